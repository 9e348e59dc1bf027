using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.RateCards.Versions;

namespace OpsCenter.Portal.Agents.Pages;

/// <summary>Everything about one agent, new or not. It stays open, with everything typed, until the change is published.</summary>
public sealed partial class AgentDialog : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private AgentDraft draft = null!; // set in OnInitialized
    private Dictionary<string, string> problems = [];
    private string note = "";
    private RateCardVersionView? news;
    private RateCardVersionView? author;
    private string changes = "";
    private string? problem;
    private bool isBusy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    /// <summary>The agent on the card; null for one that is not there.</summary>
    [Parameter]
    public RateCardRow? Seen { get; set; }

    /// <summary>What the fields say when it opens.</summary>
    [Parameter, EditorRequired]
    public required RateCardRow Start { get; set; }

    /// <summary>What an agent without a rate of its own costs.</summary>
    [Parameter, EditorRequired]
    public required string DefaultRate { get; set; }

    /// <summary>Publishes it.</summary>
    [Parameter, EditorRequired]
    public required Func<ChangeAgentInput, CancellationToken, Task<ChangeAgentOutcome>> Act { get; set; }

    private string Title => Seen is null ? "New agent" : $"Edit {Seen[RateCardColumns.DisplayName]}";

    private string Verb => isBusy ? "Publishing…" : Seen is null ? "Add agent" : "Publish changes";

    /// <summary>Shows it.</summary>
    public static async Task ShowAsync(
        IDialogService dialogs, RateCardRow? seen, RateCardRow start, string defaultRate, Func<ChangeAgentInput, CancellationToken, Task<ChangeAgentOutcome>> act)
    {
        var parameters = new DialogParameters<AgentDialog>
        {
            { dialog => dialog.Seen, seen },
            { dialog => dialog.Start, start },
            { dialog => dialog.DefaultRate, defaultRate },
            { dialog => dialog.Act, act },
        };
        var options = new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<AgentDialog>("Agent", parameters, options);
        await shown.Result;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized() => draft = new AgentDraft(Seen, Start);

    private string? Problem(RateCardColumn column) => problems.GetValueOrDefault(column.Name);

    private async Task SubmitAsync()
    {
        if (isBusy)
            return;

        (news, author, problem, problems) = (null, null, null, draft.Problems());

        if (problems.Count > 0)
            return;

        if (!draft.IsChanged)
        {
            problem = "Nothing differs from the version in force.";
            return;
        }

        isBusy = true;

        try
        {
            var why = string.IsNullOrWhiteSpace(note) ? Shortened(draft.Summary) : note;
            var input = new ChangeAgentInput(draft.Name, draft.Seen, draft.Wanted, why);
            problem = await DatabaseFailure.AnswerAsync(async () => Take(await Act(input, closing.Token)));
        }
        finally
        {
            isBusy = false;
        }
    }

    private static string Shortened(string text) => text.Length <= PublishTerms.MaxNoteLength ? text : $"{text[..(PublishTerms.MaxNoteLength - 1)]}…";

    private string? Take(ChangeAgentOutcome outcome)
    {
        switch (outcome)
        {
            case ChangeAgentOutcome.Published:
                Dialog.Close();
                return null;
            case ChangeAgentOutcome.Invalid { Problems: var found }:
                problems = found.Where(p => p.RowKey == draft.Name && p.Field.Length > 0).DistinctBy(p => p.Field).ToDictionary(p => p.Field, p => p.Message);
                return problems.Count > 0 ? null : string.Join(" ", found.Select(p => $"{p.RowKey}: {p.Message}"));
            case ChangeAgentOutcome.ChangedMeanwhile changed:
                return TakeOver(changed);
            case ChangeAgentOutcome.Refused refused:
                return refused.Message;
            default:
                throw new InvalidOperationException($"No words for {outcome}.");
        }
    }

    private string? TakeOver(ChangeAgentOutcome.ChangedMeanwhile changed)
    {
        if (changed.There is not { } there)
        {
            author = changed.By;
            return "This agent was archived. What you typed is still here; restore the agent first.";
        }

        if (draft.Seen is null)
        {
            author = changed.By;
            problems = new Dictionary<string, string> { [RateCardColumns.Name.Name] = "Taken." };
            return $"There is an agent {draft.Name} already.";
        }

        (news, changes) = (changed.By, AgentWords.Changes(draft.Seen, there));
        draft.MoveOnto(there);
        return null;
    }
}
