using MudBlazor;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Organizations.Pages;

/// <summary>What the menu of a customer does: asks in a dialog, acts, tells. A refusal stays in the dialog, with everything typed.</summary>
public sealed class CustomerActs(IDialogService dialogs, ISnackbar snackbar, CurrentActor current, CustomerCommands commands)
{
    /// <summary>Asks for a name and makes a customer.</summary>
    public Task CreateAsync() => CustomerNameDialog.ShowAsync(
        dialogs,
        new NameQuestion("New customer", "", "Create customer", "Creating…", async (name, cancellationToken) =>
            await commands.Create.HandleAsync(await current.GetAsync(cancellationToken), name, cancellationToken) switch
            {
                CreateCustomerOutcome.Created created => Done($"Customer {created.Name} created"),
                CreateCustomerOutcome.Invalid invalid => invalid.Problem,
                var outcome => throw new InvalidOperationException($"No words for {outcome}."),
            }));

    /// <summary>Asks for another name and renames the customer.</summary>
    public Task RenameAsync(CustomerRow customer)
    {
        var seen = customer;

        return CustomerNameDialog.ShowAsync(
            dialogs,
            new NameQuestion($"Rename {customer.Name}", customer.Name, "Rename", "Renaming…", async (name, cancellationToken) =>
            {
                var outcome = await commands.Rename.HandleAsync(await current.GetAsync(cancellationToken), seen, name, cancellationToken);
                seen = SeenNow(outcome, seen);

                return Answer(outcome, $"Customer renamed to {name.Trim()}", "Your name is still here: press Rename again to use it all the same.");
            }));
    }

    /// <summary>Asks and suspends the customer.</summary>
    public Task SuspendAsync(CustomerRow customer)
    {
        var seen = customer;

        return dialogs.ConfirmAsync(new Confirmation(
            $"Suspend {customer.Name}?",
            "New jobs stop. Jobs that ran are still recorded and priced.",
            "Suspend",
            "Suspending…",
            cancellationToken => DatabaseFailure.AnswerAsync(async () =>
            {
                var outcome = await commands.Suspend.HandleAsync(await current.GetAsync(cancellationToken), seen, cancellationToken);
                seen = SeenNow(outcome, seen);

                return Answer(outcome, $"Customer {customer.Name} suspended", "Press Suspend again to go on.");
            }),
            IsDestructive: true));
    }

    /// <summary>Asks and resumes the customer.</summary>
    public Task ResumeAsync(CustomerRow customer)
    {
        var seen = customer;

        return dialogs.ConfirmAsync(new Confirmation(
            $"Resume {customer.Name}?",
            "The customer may start new jobs again at once.",
            "Resume",
            "Resuming…",
            cancellationToken => DatabaseFailure.AnswerAsync(async () =>
            {
                var outcome = await commands.Resume.HandleAsync(await current.GetAsync(cancellationToken), seen, cancellationToken);
                seen = SeenNow(outcome, seen);

                return Answer(outcome, $"Customer {customer.Name} resumed", "Press Resume again to go on.");
            })));
    }

    // Once the reader has been told what changed, a second press is a decision.
    private static CustomerRow SeenNow(ChangeCustomerOutcome outcome, CustomerRow seen) =>
        outcome is ChangeCustomerOutcome.ChangedMeanwhile changed ? changed.Customer : seen;

    private string? Answer(ChangeCustomerOutcome outcome, string success, string advice) => outcome switch
    {
        ChangeCustomerOutcome.Done => Done(success),
        ChangeCustomerOutcome.Invalid invalid => invalid.Problem,
        ChangeCustomerOutcome.ChangedMeanwhile changed => $"{changed.WhatChanged} {advice}",
        ChangeCustomerOutcome.NotFound => "This customer does not exist.",
        _ => throw new InvalidOperationException($"No words for {outcome}."),
    };

    private string? Done(string success)
    {
        snackbar.Add(success, Severity.Success);

        return null;
    }
}
