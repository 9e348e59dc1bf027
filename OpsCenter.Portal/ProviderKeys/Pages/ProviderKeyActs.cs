using MudBlazor;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.ProviderKeys;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations.Pages;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.ProviderKeys.Pages;

/// <summary>What the page about provider keys does: asks in a dialog, acts, tries new keys, tells.</summary>
public sealed class ProviderKeyActs(IDialogService dialogs, ISnackbar snackbar, CurrentActor current, ProviderKeyCommands commands)
{
    /// <summary>Asks for a key, adds it and tries it.</summary>
    public Task AddAsync(Guid organizationId, IReadOnlyList<string> providers) =>
        ProviderKeyDialog.ShowAsync(dialogs, null, providers, (provider, name, secret, cancellationToken) => SaveAsync(
            organizationId, actor => commands.Add.HandleAsync(actor, organizationId, provider, name, secret, cancellationToken), "added", cancellationToken));

    /// <summary>Asks for the successor of a key, saves it and tries it.</summary>
    public Task RotateAsync(Guid organizationId, ProviderKey key) =>
        ProviderKeyDialog.ShowAsync(dialogs, key, [key.Provider], (_, _, secret, cancellationToken) => SaveAsync(
            organizationId, actor => commands.Rotate.HandleAsync(actor, organizationId, key, secret, cancellationToken), "rotated", cancellationToken));

    /// <summary>Asks for another name.</summary>
    public Task RenameAsync(Guid organizationId, ProviderKey key) =>
        CustomerNameDialog.ShowAsync(dialogs, new NameQuestion($"Rename {key.Name}", key.Name, "Rename", "Renaming…", async (name, cancellationToken) =>
            await commands.Rename.HandleAsync(await current.GetAsync(cancellationToken), organizationId, key, name, cancellationToken) switch
            {
                ProviderKeyOutcome.Done done => Tell($"Key {done.Key.Name} renamed"),
                ProviderKeyOutcome.Invalid invalid => invalid.Name,
                ProviderKeyOutcome.Refused refused => refused.Message,
                var outcome => throw new InvalidOperationException($"No words for {outcome}."),
            }));

    /// <summary>Tries a key.</summary>
    /// <returns>Null when it was tried, whatever came of it; else a sentence.</returns>
    public Task<string?> TestAsync(Guid organizationId, ProviderKey key) => DatabaseFailure.AnswerAsync(async () =>
        await commands.Test.HandleAsync(await current.GetAsync(CancellationToken.None), organizationId, key, CancellationToken.None) switch
        {
            ProviderKeyOutcome.Done { Key: var tested } => Tell($"Key {tested.Name} tested. {tested.Test?.Detail}", MeaningOf(tested)),
            ProviderKeyOutcome.Refused refused => refused.Message,
            var outcome => throw new InvalidOperationException($"No words for {outcome}."),
        });

    /// <summary>Says what follows, asks, and removes a key.</summary>
    public Task RemoveAsync(Guid organizationId, ProviderKey key) => dialogs.ConfirmAsync(new Confirmation(
        $"Remove {key.Name}?",
        $"Jobs run on paid routes of {key.Provider} from now on, and their model fee is charged. The key is erased here; it stays valid at the provider until you revoke it there.",
        "Remove",
        "Removing…",
        cancellationToken => DatabaseFailure.AnswerAsync(async () =>
            await commands.Remove.HandleAsync(await current.GetAsync(cancellationToken), organizationId, key, cancellationToken) switch
            {
                ProviderKeyOutcome.Done => Tell($"Key {key.Name} removed"),
                ProviderKeyOutcome.Refused refused => refused.Message,
                var outcome => throw new InvalidOperationException($"No words for {outcome}."),
            }),
        IsDestructive: true));

    private static Severity MeaningOf(ProviderKey key) => key.Test?.Outcome switch
    {
        ProviderKeyTestOutcome.Accepted => Severity.Success,
        ProviderKeyTestOutcome.Refused => Severity.Error,
        _ => Severity.Info,
    };

    private async Task<ProviderKeyOutcome> SaveAsync(
        Guid organizationId, Func<Actor, Task<ProviderKeyOutcome>> save, string done, CancellationToken cancellationToken)
    {
        var outcome = await save(await current.GetAsync(cancellationToken));

        if (outcome is ProviderKeyOutcome.Done { Key: var key })
        {
            Tell($"Key {key.Name} {done}");
            await TestAsync(organizationId, key);
        }

        return outcome;
    }

    private string? Tell(string done, Severity severity = Severity.Success)
    {
        snackbar.Add(done, severity);

        return null;
    }
}
