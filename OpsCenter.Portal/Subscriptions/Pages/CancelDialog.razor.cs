using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>Says what follows a cancellation, and asks why.</summary>
public sealed partial class CancelDialog : IDisposable
{
    private static readonly string[] Reasons =
        ["It costs too much", "Something is missing", "We use something else", "It was for one project", "It did not work well", "Another reason"];

    private readonly CancellationTokenSource closing = new();
    private string why = "";
    private string more = "";
    private string? problem;
    private bool isBusy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required SubscriptionView View { get; set; }

    /// <summary>Cancels for a reason; the dialog stays open, with a sentence, until it is done.</summary>
    [Parameter, EditorRequired]
    public required Func<string, CancellationToken, Task<string?>> Act { get; set; }

    /// <summary>Shows it.</summary>
    public static async Task ShowAsync(IDialogService dialogs, SubscriptionView view, Func<string, CancellationToken, Task<string?>> act)
    {
        var parameters = new DialogParameters<CancelDialog> { { dialog => dialog.View, view }, { dialog => dialog.Act, act } };
        var options = new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<CancelDialog>("Cancel plan", parameters, options);
        await shown.Result;
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

        if (why.Length == 0)
        {
            problem = "Choose a reason first.";
            return;
        }

        (isBusy, problem) = (true, null);

        try
        {
            problem = await Act(more.Trim() is { Length: > 0 } text ? $"{why}: {text}" : why, closing.Token);
        }
        finally
        {
            isBusy = false;
        }

        if (problem is null)
            Dialog.Close();
    }
}
