using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Security.Credentials.Pages;

/// <summary>Asks for a new machine credential, or for changes of one. Stays open, with what was typed, until it is done or given up.</summary>
public sealed partial class CredentialDialog : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private IReadOnlyList<MachineCredentialProblem> problems = [];
    private string? problem;
    private bool isBusy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required CredentialQuestion Question { get; set; }

    private CredentialForm Form => Question.Form;

    /// <summary>Shows it.</summary>
    /// <returns>What was done; null when it was given up.</returns>
    public static async Task<MachineCredentialOutcome?> ShowAsync(IDialogService dialogs, CredentialQuestion question)
    {
        var parameters = new DialogParameters<CredentialDialog> { { dialog => dialog.Question, question } };
        var options = new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<CredentialDialog>(question.Title, parameters, options);

        return await shown.Result is { Canceled: false, Data: MachineCredentialOutcome done } ? done : null;
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    private string? ProblemWith(MachineCredentialField field) => problems.FirstOrDefault(p => p.Field == field)?.Sentence;

    private string? Invalid(MachineCredentialField field) => ProblemWith(field) is null ? null : "true";

    private async Task SubmitAsync()
    {
        if (isBusy)
            return;

        (isBusy, problem, problems) = (true, null, []);

        try
        {
            problem = await DatabaseFailure.AnswerAsync(async () => Take(await Question.Act(Form, closing.Token)));
        }
        finally
        {
            isBusy = false;
        }
    }

    private string? Take(MachineCredentialOutcome outcome)
    {
        switch (outcome)
        {
            case MachineCredentialOutcome.Issued or MachineCredentialOutcome.Done:
                Dialog.Close(outcome);
                return null;
            case MachineCredentialOutcome.Invalid invalid:
                problems = invalid.Problems;
                return null;
            case MachineCredentialOutcome.ChangedMeanwhile { CanRepeat: true } changed:
                return $"{changed.WhatChanged} What you typed is still here: press {Question.Verb} again to use it all the same.";
            default:
                return CredentialWords.Refusal(outcome);
        }
    }
}
