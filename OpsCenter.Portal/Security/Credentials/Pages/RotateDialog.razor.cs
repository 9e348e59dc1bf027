using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Security.Credentials.Pages;

/// <summary>Asks how long the old secret shall still work, and rotates.</summary>
public sealed partial class RotateDialog : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private RotationOverlap overlap = RotationOverlap.OneDay;
    private string? problem;
    private bool isBusy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required MachineCredentialRow Credential { get; set; }

    /// <summary>Does it; the dialog stays open, with a sentence, until it is done.</summary>
    [Parameter, EditorRequired]
    public required Func<RotationOverlap, CancellationToken, Task<MachineCredentialOutcome>> Act { get; set; }

    private string End => Credential.ExpiresAt is { } end ? $" It ends when the old one would have: {TimeFormat.Utc(end)}." : "";

    /// <summary>Shows it.</summary>
    /// <returns>What was done; null when it was given up.</returns>
    public static async Task<MachineCredentialOutcome.Issued?> ShowAsync(
        IDialogService dialogs, MachineCredentialRow credential, Func<RotationOverlap, CancellationToken, Task<MachineCredentialOutcome>> act)
    {
        var parameters = new DialogParameters<RotateDialog> { { dialog => dialog.Credential, credential }, { dialog => dialog.Act, act } };
        var options = new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<RotateDialog>("Rotate", parameters, options);

        return await shown.Result is { Canceled: false, Data: MachineCredentialOutcome.Issued issued } ? issued : null;
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    private async Task SubmitAsync()
    {
        if (isBusy)
            return;

        (isBusy, problem) = (true, null);

        try
        {
            problem = await DatabaseFailure.AnswerAsync(async () => Take(await Act(overlap, closing.Token)));
        }
        finally
        {
            isBusy = false;
        }
    }

    private string? Take(MachineCredentialOutcome outcome)
    {
        if (outcome is not MachineCredentialOutcome.Issued)
            return CredentialWords.Refusal(outcome);

        Dialog.Close(outcome);

        return null;
    }
}
