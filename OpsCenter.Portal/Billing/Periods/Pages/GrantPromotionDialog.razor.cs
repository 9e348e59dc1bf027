using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Billing.Periods.Pages;

/// <summary>Asks how much, how long and why. Pressed twice, it gives once: the grant has its identity from the start.</summary>
public sealed partial class GrantPromotionDialog : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private Guid id;
    private Currency? currency;
    private string amount = "";
    private string days = "30";
    private string reason = "";
    private GrantPromotionOutcome.Invalid? invalid;
    private string? problem;
    private bool isBusy;

    [Inject]
    public required GrantPromotion Grant { get; init; }

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

    /// <summary>Shows it; returns whether included usage was given.</summary>
    public static async Task<bool> ShowAsync(IDialogService dialogs, Guid organizationId, string name)
    {
        var parameters = new DialogParameters<GrantPromotionDialog> { { d => d.OrganizationId, organizationId }, { d => d.Name, name } };
        var options = new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<GrantPromotionDialog>("Give included usage", parameters, options);

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

    private string? TextOf(GrantPromotionField field) => invalid?.Field == field ? invalid.Message : null;

    private string? InvalidOf(GrantPromotionField field) => invalid?.Field == field ? "true" : null;

    private static string ProblemIdOf(GrantPromotionField field) => $"grant-{field.ToString().ToLowerInvariant()}-problem";

    private async Task SubmitAsync()
    {
        if (isBusy)
            return;

        (invalid, problem) = (null, null);

        // What is no number is refused by the command, as any other amount that cannot be given.
        var value = decimal.TryParse(amount, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var span = int.TryParse(days, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var count) ? count : 0;

        isBusy = true;
        problem = await DatabaseFailure.AnswerAsync(() => GiveAsync(new GrantPromotionInput(id, OrganizationId, value, span, reason)));
        isBusy = false;
    }

    private async Task<string?> GiveAsync(GrantPromotionInput input)
    {
        switch (await Grant.HandleAsync(await Current.GetAsync(closing.Token), input, closing.Token))
        {
            case GrantPromotionOutcome.Given:
                Dialog.Close();
                return null;
            case GrantPromotionOutcome.Invalid refused:
                invalid = refused;
                return null;
            case GrantPromotionOutcome.Refused refused:
                return refused.Message;
            case var outcome:
                throw new InvalidOperationException($"No words for {outcome}.");
        }
    }
}
