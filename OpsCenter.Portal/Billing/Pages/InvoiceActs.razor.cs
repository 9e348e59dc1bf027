using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Portal.Billing.Invoices;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Billing.Pages;

/// <summary>Pays an open invoice: on the payment provider's page, or once more with the saved card.</summary>
public sealed partial class InvoiceActs : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private bool isBusy;
    private bool isRetrying;

    [Inject]
    public required SettleInvoice Settle { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public Guid OrganizationId { get; set; }

    [Parameter, EditorRequired]
    public required BilledInvoice Invoice { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    /// <summary>Why it cannot be paid; null when it can.</summary>
    [Parameter]
    public EventCallback<string?> OnProblem { get; set; }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    private async Task RetryAsync()
    {
        isRetrying = true;
        await ActAsync(async () => await Settle.RetryAsync(await Current.GetAsync(closing.Token), OrganizationId, Invoice.Head.Id, closing.Token));
        isRetrying = false;
    }

    private Task PayAsync() => ActAsync(OpenAsync);

    private async Task<PaymentAnswer> OpenAsync() => await Settle.OpenPageAsync(
        await Current.GetAsync(closing.Token), OrganizationId, Invoice.Head.Id, new Uri(Navigation.BaseUri), closing.Token);

    private async Task ActAsync(Func<Task<PaymentAnswer>> act)
    {
        isBusy = true;
        var problem = await DatabaseFailure.AnswerAsync(async () => await FollowAsync(await act()));
        isBusy = false;
        await OnProblem.InvokeAsync(problem);
        await OnDone.InvokeAsync();
    }

    private async Task<string?> FollowAsync(PaymentAnswer answer)
    {
        switch (answer)
        {
            case PaymentAnswer.Queued:
                Snackbar.Add("Payment requested", Severity.Success);
                return null;
            case PaymentAnswer.NoCard:
                return await FollowAsync(await OpenAsync());
            case PaymentAnswer.Page page:
                Navigation.NavigateTo(page.Url.ToString(), forceLoad: true);
                return null;
            case PaymentAnswer.Refused refused:
                return refused.Reason;
            default:
                throw new InvalidOperationException($"No words for {answer}.");
        }
    }
}
