using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>Asks an operator for what an act on a subscription needs. Stays open, with what was typed, until it is done or given up.</summary>
public sealed partial class DeskDialog : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private string choice = "";
    private string amount = "";
    private string reason = "";
    private string? problem;
    private bool isBusy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required DeskQuestion Question { get; set; }

    /// <summary>Does it.</summary>
    [Parameter, EditorRequired]
    public required Func<DeskAnswer, CancellationToken, Task<string?>> Act { get; set; }

    /// <summary>Shows it.</summary>
    public static async Task ShowAsync(IDialogService dialogs, DeskQuestion question, Func<DeskAnswer, CancellationToken, Task<string?>> act)
    {
        var parameters = new DialogParameters<DeskDialog> { { dialog => dialog.Question, question }, { dialog => dialog.Act, act } };
        var options = new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<DeskDialog>(question.Title, parameters, options);
        await shown.Result;
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    protected override void OnInitialized() => amount = Question.Amount;

    private async Task SubmitAsync()
    {
        if (isBusy)
            return;

        (isBusy, problem) = (true, null);

        try
        {
            problem = await Act(new DeskAnswer(choice, amount.Trim(), reason), closing.Token);
        }
        finally
        {
            isBusy = false;
        }

        if (problem is null)
            Dialog.Close();
    }
}
