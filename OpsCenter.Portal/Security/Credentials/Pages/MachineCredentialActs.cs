using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Security.Credentials.Pages;

/// <summary>What the page of machine credentials does: asks in a dialog, acts, shows a new secret once, tells.</summary>
public sealed class MachineCredentialActs(
    IDialogService dialogs,
    ISnackbar snackbar,
    CurrentActor current,
    NavigationManager navigation,
    MachineCredentialCommands commands,
    TimeProvider clock)
{
    /// <summary>Asks for a new credential, makes it and shows its secret.</summary>
    /// <param name="zone">The reader's, in which its last day ends.</param>
    public async Task CreateAsync(TimeZoneInfo zone)
    {
        var outcome = await CredentialDialog.ShowAsync(dialogs, new CredentialQuestion(
            "New machine credential",
            new CredentialForm(),
            IsNew: true,
            "Create credential",
            "Creating…",
            async (form, cancellationToken) =>
                await commands.Create.HandleAsync(await current.GetAsync(cancellationToken), form.ToInput(zone), cancellationToken),
            NamesOnSourceAsync));

        if (outcome is MachineCredentialOutcome.Issued issued)
            await ShowAsync(issued, $"Machine credential {issued.Credential.Name} created");
    }

    /// <summary>Asks for changes and makes them.</summary>
    public async Task EditAsync(MachineCredentialRow credential)
    {
        var seen = credential;
        var outcome = await CredentialDialog.ShowAsync(dialogs, new CredentialQuestion(
            $"Edit {credential.Name}",
            CredentialForm.Of(credential),
            IsNew: false,
            "Save",
            "Saving…",
            async (form, cancellationToken) =>
            {
                var answer = await commands.Edit.HandleAsync(await current.GetAsync(cancellationToken), seen, form.ToSettings(), cancellationToken);
                // Once the reader has been told what changed, a second press is a decision.
                seen = answer is MachineCredentialOutcome.ChangedMeanwhile changed ? changed.Credential : seen;

                return answer;
            },
            NamesOnSourceAsync));

        if (outcome is MachineCredentialOutcome.Done done)
            Tell($"Machine credential {done.Credential.Name} saved");
    }

    /// <summary>Asks for the overlap, rotates, and shows the new secret.</summary>
    public async Task RotateAsync(MachineCredentialRow credential)
    {
        var issued = await RotateDialog.ShowAsync(dialogs, credential, async (overlap, cancellationToken) =>
            await commands.Rotate.HandleAsync(await current.GetAsync(cancellationToken), credential, overlap, cancellationToken));

        if (issued is not null)
            await ShowAsync(issued, $"Machine credential {issued.Credential.Name} rotated");
    }

    /// <summary>Names the effect, asks, and revokes.</summary>
    public async Task RevokeAsync(MachineCredentialRow credential)
    {
        var isLast = await commands.Queries.IsLastThatReportsUsageAsync(await current.GetAsync(CancellationToken.None), credential.Id, CancellationToken.None);

        await dialogs.ConfirmAsync(new Confirmation(
            $"Revoke {credential.Name}?",
            EffectOfRevoking(credential, isLast),
            "Revoke",
            "Revoking…",
            cancellationToken => DatabaseFailure.AnswerAsync(async () =>
                await commands.Revoke.HandleAsync(await current.GetAsync(cancellationToken), credential.Id, cancellationToken) switch
                {
                    MachineCredentialOutcome.Done => Tell($"Machine credential {credential.Name} revoked"),
                    var refused => CredentialWords.Refusal(refused),
                }),
            IsDestructive: true));
    }

    private string EffectOfRevoking(MachineCredentialRow credential, bool isLast)
    {
        var used = credential.LastUsedAt is { } at ? $"It was last used {RelativeTime.Ago(clock.GetUtcNow() - at)}." : "It was never used.";
        var last = isLast ? " No other usable credential may report usage: until you create one, no job is recorded." : "";

        return $"Every call with it is refused within a second, for ever. {used}{last}";
    }

    private async Task<IReadOnlyList<string>> NamesOnSourceAsync(string source, CancellationToken cancellationToken) =>
        await commands.Queries.NamesOnSourceAsync(await current.GetAsync(cancellationToken), source, cancellationToken);

    private async Task ShowAsync(MachineCredentialOutcome.Issued issued, string done)
    {
        await SecretDialog.ShowAsync(dialogs, issued, navigation.BaseUri);
        Tell(done);
    }

    private string? Tell(string done)
    {
        snackbar.Add(done, Severity.Success);

        return null;
    }
}
