using System.Globalization;
using MudBlazor;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>What operators do to a customer's subscription: asks in a dialog, acts, tells. A refusal stays in the dialog, with everything typed.</summary>
public sealed class SubscriptionDesk(IDialogService dialogs, ISnackbar snackbar, CurrentActor current, SubscriptionDeskCommands commands)
{
    /// <summary>Asks which plan and why, and starts it.</summary>
    public Task StartAsync(SubscriptionView view, string name)
    {
        var choices = view.Choices.ToDictionary(c => $"{c.Version.Name}, {SubscriptionWords.Price(c.Price, c.Interval)}");
        var question = new DeskQuestion($"Start a plan for {name}?", "It starts at once. Its first invoice is charged to the customer's card; without one the customer is asked to pay.", "Start plan")
        {
            Choices = [.. choices.Keys],
            AsksReason = true,
        };

        return AskAsync(question, async (actor, answer, token) => choices.TryGetValue(answer.Choice, out var choice)
            ? await commands.Start.HandleAsync(actor, view.Now.OrganizationId, (choice.Version.Id, choice.Interval), answer.Reason, token)
            : "Choose a plan first.", "Plan started");
    }

    /// <summary>Asks why and ends it now.</summary>
    public Task EndAsync(SubscriptionView view, string name) => AskAsync(
        new DeskQuestion($"End the plan of {name} now?", "New jobs stop at once, what was used is invoiced, and what was paid in advance is not given back.", "End now")
        {
            AsksReason = true,
            IsDestructive = true,
        },
        (actor, answer, token) => commands.End.HandleAsync(actor, view.Now.OrganizationId, answer.Reason, token),
        "Plan ended");

    /// <summary>Asks for the cap and sets it.</summary>
    public Task SetCapAsync(SubscriptionView view, string name) => AskAsync(
        new DeskQuestion(
            $"Set the overage cap of {name}", "At the cap new jobs stop. It holds until it is changed. Leave it empty to go back to the rule.", "Set cap")
        {
            AmountLabel = "Most overage in a billing period",
            Amount = view.Now.Facts.SetOverageCap is { } cap ? DecimalText.Format(cap.Amount) : "",
        },
        async (actor, answer, token) => string.IsNullOrWhiteSpace(answer.Amount)
            ? await commands.SetCap.HandleAsync(actor, view.Now.OrganizationId, null, token)
            : decimal.TryParse(answer.Amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
                ? await commands.SetCap.HandleAsync(actor, view.Now.OrganizationId, amount, token)
                : "Enter a number, for example 250.",
        "Overage cap set");

    private Task AskAsync(DeskQuestion question, Func<Actor, DeskAnswer, CancellationToken, Task<string?>> act, string success) =>
        DeskDialog.ShowAsync(dialogs, question, (answer, cancellationToken) => DatabaseFailure.AnswerAsync(async () =>
        {
            var problem = await act(await current.GetAsync(cancellationToken), answer, cancellationToken);

            if (problem is null)
                snackbar.Add(success, Severity.Success);

            return problem;
        }));
}
