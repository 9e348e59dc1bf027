using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>Stays at the foot of the page while there are changes: how many, whether they are saved, what to do with them.</summary>
public sealed partial class DraftBar
{
    [Parameter, EditorRequired]
    public required RateCardSession Session { get; set; }

    /// <summary>Whether an act is under way.</summary>
    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter]
    public EventCallback OnDiscard { get; set; }

    [Parameter]
    public EventCallback OnReview { get; set; }

    /// <summary>What is worth knowing about rows.</summary>
    [Parameter]
    public RowMarks Marks { get; set; } = RowMarks.None;

    private RateCardEditor Editor => Session.Editor!; // the bar stands below an open card

    private int Problems => Editor.ProblemCount;

    private int BelowFloor => Marks.Floor.Breaches(Editor.Sheet).Length;

    private string Floor => $"below the margin floor of {Marks.Floor.Percent:0.#} %";

    private string UndoWords => Editor.History.Last is { } step ? $"Undo {step.Words}" : "Nothing to undo";

    private string RedoWords => Editor.History.Next is { } step ? $"Redo {step.Words}" : "Nothing to redo";

    private string State => Session.State switch
    {
        SaveState.Saved => "Draft saved",
        SaveState.Saving => "Saving…",
        SaveState.Failed => "Not saved: the server cannot reach its database. Trying again…",
    };
}
