using MudBlazor;
using OpsCenter.Portal.Billing.Payments;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Billing.Cards.Pages;

/// <summary>What the page of payment methods does: asks, acts, tells.</summary>
public sealed class CardActs(IDialogService dialogs, ISnackbar snackbar, CurrentActor current, SetDefaultCard setDefault, RemoveCard remove)
{
    /// <summary>Makes a card the default one.</summary>
    /// <returns>Null when done, else a sentence.</returns>
    public Task<string?> MakeDefaultAsync(Guid organizationId, CardView card) => DatabaseFailure.AnswerAsync(async () =>
    {
        var refusal = await setDefault.HandleAsync(await current.GetAsync(CancellationToken.None), organizationId, card.Id, CancellationToken.None);

        return refusal ?? Tell($"{NameOf(card)} made default");
    });

    /// <summary>Says what follows, asks, and removes a card.</summary>
    public Task RemoveAsync(Guid organizationId, CardView card, bool isLast, string? paysFor) => dialogs.ConfirmAsync(new Confirmation(
        $"Remove {NameOf(card)}?",
        EffectOf(card, isLast, paysFor),
        "Remove",
        "Removing…",
        cancellationToken => DatabaseFailure.AnswerAsync(async () =>
            await remove.HandleAsync(await current.GetAsync(cancellationToken), organizationId, card.Id, cancellationToken) ?? Tell($"{NameOf(card)} removed")),
        IsDestructive: true));

    private static string EffectOf(CardView card, bool isLast, string? paysFor) => (isLast, card.IsDefault, paysFor) switch
    {
        (true, _, { } plan) =>
            $"It is your only card and pays for {plan}. Without one the next invoice stays unpaid: the plan becomes past due, and 14 days later new jobs stop.",
        (true, _, null) => "It is your only card. Nothing renews, so nothing else changes.",
        (false, true, _) => "It is your default card. Nothing is charged by itself until you make another one the default.",
        (false, false, _) => "Nothing is charged to it any more.",
    };

    private static string NameOf(CardView card) => $"{CardWords.Name(card.Brand)} ending in {card.Last4}";

    private string? Tell(string done)
    {
        snackbar.Add(done, Severity.Success);

        return null;
    }
}
