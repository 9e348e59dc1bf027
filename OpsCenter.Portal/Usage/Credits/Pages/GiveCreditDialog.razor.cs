using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Usage.Credits.Pages;

/// <summary>Asks how much and why. Pressed twice, or again after a lost answer, it gives once: the credit has its identity from the start.</summary>
public sealed partial class GiveCreditDialog : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private Guid id;
    private Currency? currency;
    private string amount = "";
    private string reason = "";
    private string? amountProblem;
    private string? reasonProblem;
    private string? problem;
    private bool isBusy;

    [Inject]
    public required GiveCredit Give { get; init; }

    [Inject]
    public required RateCardQueries RateCards { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public Guid OrganizationId { get; set; }

    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>Shows it; returns whether a credit was given.</summary>
    public static async Task<bool> ShowAsync(IDialogService dialogs, Guid organizationId, string name)
    {
        var parameters = new DialogParameters<GiveCreditDialog> { { d => d.OrganizationId, organizationId }, { d => d.Name, name } };
        var options = new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<GiveCreditDialog>("Give credit", parameters, options);

        return await shown.Result is { Canceled: false };
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        id = Guid.CreateVersion7(Clock.GetUtcNow());
        currency = (await RateCards.CurrentAsync(await Current.GetAsync(closing.Token), closing.Token)).Content.Currency;
    }

    private async Task SubmitAsync()
    {
        if (isBusy)
            return;

        (amountProblem, reasonProblem, problem) = (null, null, null);

        if (!decimal.TryParse(amount, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value))
        {
            amountProblem = "Enter a number, for example 12.50.";
            return;
        }

        isBusy = true;
        problem = await DatabaseFailure.AnswerAsync(() => GiveAsync(new GiveCreditInput(id, OrganizationId, value, reason)));
        isBusy = false;
    }

    private async Task<string?> GiveAsync(GiveCreditInput input)
    {
        switch (await Give.HandleAsync(await Current.GetAsync(closing.Token), input, closing.Token))
        {
            case GiveCreditOutcome.Given:
                Dialog.Close();
                return null;
            case GiveCreditOutcome.AmountRefused refused:
                amountProblem = refused.Message;
                return null;
            case GiveCreditOutcome.ReasonRefused refused:
                reasonProblem = refused.Message;
                return null;
            case GiveCreditOutcome.Refused refused:
                return refused.Message;
            case var outcome:
                throw new InvalidOperationException($"No words for {outcome}.");
        }
    }
}
