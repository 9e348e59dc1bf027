using MudBlazor;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Subscriptions.Plans;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>What the page about plans does: asks in a dialog, acts, tells. A refusal stays in the dialog, with everything typed.</summary>
public sealed class PlanDesk(IDialogService dialogs, ISnackbar snackbar, CurrentActor current, PlanDeskCommands commands)
{
    /// <summary>Asks for everything about a new plan and adds it.</summary>
    public Task CreateAsync() => PlanDialog.ShowAsync(dialogs, null, async (form, terms, cancellationToken) => Told(
        await commands.Create.HandleAsync(await current.GetAsync(cancellationToken), new CreatePlanInput(form.Code.Trim(), form.CustomerId, terms), cancellationToken),
        $"Plan {terms.Name.Trim()} created"));

    /// <summary>Asks what changes, shows it, and publishes the next version.</summary>
    public Task ChangeAsync(PlanRow plan) => PlanDialog.ShowAsync(dialogs, plan, async (_, terms, cancellationToken) => Told(
        await commands.Publish.HandleAsync(await current.GetAsync(cancellationToken), plan.Newest, terms, cancellationToken),
        $"Version {plan.Newest.Version + 1} of {terms.Name.Trim()} published"));

    /// <summary>Asks and archives.</summary>
    public Task ArchiveAsync(PlanRow plan) => dialogs.ConfirmAsync(new Confirmation(
        $"Archive {plan.Newest.Name}?",
        $"Nobody can choose it any more. {Subscribers(plan.Subscribers)} and renew.",
        "Archive",
        "Archiving…",
        cancellationToken => ActAsync(
            async actor => await commands.Archive.HandleAsync(actor, plan.Code, cancellationToken), $"Plan {plan.Newest.Name} archived", cancellationToken)));

    /// <summary>Asks and restores.</summary>
    public Task RestoreAsync(PlanRow plan) => dialogs.ConfirmAsync(new Confirmation(
        $"Restore {plan.Newest.Name}?",
        "It can be chosen again at once.",
        "Restore",
        "Restoring…",
        cancellationToken => ActAsync(
            async actor => await commands.Restore.HandleAsync(actor, plan.Code, cancellationToken), $"Plan {plan.Newest.Name} restored", cancellationToken)));

    /// <summary>Asks and plans the move of subscribers.</summary>
    public Task MoveAsync(PlanRow plan) => dialogs.ConfirmAsync(new Confirmation(
        $"Move subscribers to version {plan.Newest.Version}?",
        $"{plan.OnOlderVersions:N0} on older versions of {plan.Newest.Name} change when what they paid for ends. Those who cancelled or chose another plan are left alone.",
        "Move",
        "Moving…",
        cancellationToken => DatabaseFailure.AnswerAsync(async () =>
        {
            var moved = await commands.Move.HandleAsync(await current.GetAsync(cancellationToken), plan.Code, cancellationToken);
            snackbar.Add($"{moved?.Moved ?? 0:N0} moves planned, {moved?.LeftAlone ?? 0:N0} left alone", Severity.Success);

            return null;
        })));

    private static string Subscribers(int count) => count switch
    {
        0 => "It has no subscribers who would keep it",
        1 => "Its subscriber keeps it",
        _ => $"Its {count:N0} subscribers keep it",
    };

    private Task<string?> ActAsync(Func<Actor, Task<PlanOutcome>> act, string success, CancellationToken cancellationToken) =>
        DatabaseFailure.AnswerAsync(async () => Told(await act(await current.GetAsync(cancellationToken)), success) switch
        {
            PlanOutcome.Refused refused => refused.Message,
            PlanOutcome.Done or PlanOutcome.Invalid => null,
            var outcome => throw new InvalidOperationException($"No words for {outcome}."),
        });

    private PlanOutcome Told(PlanOutcome outcome, string success)
    {
        if (outcome is PlanOutcome.Done)
            snackbar.Add(success, Severity.Success);

        return outcome;
    }
}
