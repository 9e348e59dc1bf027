using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.ProviderKeys.Pages;

/// <summary>Asks for a new key, or for the successor of one. What was typed as the key is forgotten as soon as it is saved or given up.</summary>
public sealed partial class ProviderKeyDialog : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private string provider = "";
    private string name = "";
    private string secret = "";
    private string? nameProblem;
    private string? secretProblem;
    private string? problem;
    private bool isBusy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    /// <summary>The key that gets a successor; null for a new one.</summary>
    [Parameter]
    public ProviderKey? Key { get; set; }

    /// <summary>For which providers a key can be added.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Providers { get; set; }

    /// <summary>Saves it: provider, name and key.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string, string, CancellationToken, Task<ProviderKeyOutcome>> Act { get; set; }

    private string Title => Key is null ? "Add a provider key" : $"Rotate {Key.Name}";

    private string Verb => (isBusy, Key) switch
    {
        (true, _) => "Saving…",
        (_, null) => "Add key",
        _ => "Rotate key",
    };

    /// <summary>Shows it.</summary>
    public static async Task ShowAsync(
        IDialogService dialogs, ProviderKey? key, IReadOnlyList<string> providers, Func<string, string, string, CancellationToken, Task<ProviderKeyOutcome>> act)
    {
        var parameters = new DialogParameters<ProviderKeyDialog> { { dialog => dialog.Key, key }, { dialog => dialog.Providers, providers }, { dialog => dialog.Act, act } };
        var options = new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<ProviderKeyDialog>("Provider key", parameters, options);
        await shown.Result;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        secret = "";
        closing.Cancel();
        closing.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized() => provider = Providers.Count > 0 ? Providers[0] : "";

    private async Task SubmitAsync()
    {
        if (isBusy)
            return;

        isBusy = true;
        (nameProblem, secretProblem) = (null, null);

        try
        {
            problem = await DatabaseFailure.AnswerAsync(async () => Take(await Act(provider, name, secret, closing.Token)));
        }
        finally
        {
            isBusy = false;
        }
    }

    private string? Take(ProviderKeyOutcome outcome)
    {
        switch (outcome)
        {
            case ProviderKeyOutcome.Done:
                secret = "";
                Dialog.Close();
                return null;
            case ProviderKeyOutcome.Invalid invalid:
                (nameProblem, secretProblem) = (invalid.Name, invalid.Secret);
                return null;
            case ProviderKeyOutcome.Refused refused:
                return refused.Message;
            default:
                throw new InvalidOperationException($"No words for {outcome}.");
        }
    }
}
