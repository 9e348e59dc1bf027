using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>The sentences under a cell: what is wrong, and, for those who do not see the mark, what it was.</summary>
public sealed partial class CellNotes
{
    /// <summary>What is wrong; null when nothing is.</summary>
    [Parameter, EditorRequired]
    public string? Problem { get; set; }

    [Parameter, EditorRequired]
    public required string ProblemId { get; set; }

    /// <summary>What was published; null when it still is.</summary>
    [Parameter, EditorRequired]
    public string? Was { get; set; }

    [Parameter, EditorRequired]
    public required string WasId { get; set; }
}
