using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Organizations.Pages;

/// <summary>One field for a name. Stays open, with what was typed, until the name is taken or the reader gives up.</summary>
public sealed partial class CustomerNameDialog : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private string name = "";
    private string? problem;
    private bool isBusy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required NameQuestion Question { get; set; }

    /// <summary>Shows it; returns when it is closed.</summary>
    public static async Task ShowAsync(IDialogService dialogs, NameQuestion question)
    {
        var parameters = new DialogParameters<CustomerNameDialog> { { dialog => dialog.Question, question } };
        var options = new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<CustomerNameDialog>(question.Title, parameters, options);
        await shown.Result;
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    protected override void OnInitialized() => name = Question.Name;

    private async Task SubmitAsync()
    {
        if (isBusy)
            return;

        isBusy = true;

        try
        {
            problem = await DatabaseFailure.AnswerAsync(() => Question.Act(name, closing.Token));
        }
        finally
        {
            isBusy = false;
        }

        if (problem is null)
            Dialog.Close();
    }
}
