using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Usage.Replays;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Usage.Replays.Pages;

/// <summary>Customers, agents or routes before and after; each row opens its jobs.</summary>
public sealed partial class GroupTable
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<ReplayGroup> Groups { get; set; }

    [Parameter, EditorRequired]
    public required ReplayAddress Address { get; set; }

    [Parameter, EditorRequired]
    public required ReplayView Replay { get; set; }

    [Parameter, EditorRequired]
    public required Func<ReplayGroup, string> NameOf { get; set; }

    private static string? Remark(ReplayFigures figures) =>
        figures.TurnsNegative ? "Would cost more than it brings"
        : figures.IsNegativeAfter ? "Costs more than it brings, as before"
        : figures.HeldJobs > 0 ? $"{ReplayWords.Jobs(figures.HeldJobs)} would be held"
        : null;

    private SortOrder? OrderOf(ReplayColumn column) => Address.Sort == column ? Address.Order : null;
}
