using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace OpsCenter.Portal.Security.Credentials.Pages;

/// <summary>
/// Shows a new secret, once. Only the button closes it: neither Escape nor a click beside it, nor Ctrl-Enter, may lose the secret by accident.
/// </summary>
public sealed partial class SecretDialog
{
    private bool isGuarded;
    private bool isStored;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required MachineCredentialRow Credential { get; set; }

    [Parameter, EditorRequired]
    public required OneTimeSecret Secret { get; set; }

    /// <summary>Where the portal is reached, for the example.</summary>
    [Parameter, EditorRequired]
    public required string BaseUri { get; set; }

    /// <summary>Shows it; returns when the reader says that they have stored it.</summary>
    public static async Task ShowAsync(IDialogService dialogs, MachineCredentialOutcome.Issued issued, string baseUri)
    {
        var parameters = new DialogParameters<SecretDialog>
        {
            { dialog => dialog.Credential, issued.Credential },
            { dialog => dialog.Secret, issued.Secret },
            { dialog => dialog.BaseUri, baseUri },
        };
        var options = new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false, CloseOnEscapeKey = false };
        var shown = await dialogs.ShowAsync<SecretDialog>("Secret", parameters, options);
        await shown.Result;
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;

        // The browser learns with the first rendering to ask before the page is left: not before that may there be anything to lose.
        isGuarded = true;
        StateHasChanged();
    }

    private void Close()
    {
        isStored = true;
        Dialog.Close();
    }
}
