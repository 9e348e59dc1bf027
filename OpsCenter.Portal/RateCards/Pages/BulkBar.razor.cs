using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>One edit of all ticked rows, with a count of what it changes before it does.</summary>
public sealed partial class BulkBar
{
    private BulkAct act;
    private string? target;
    private string typed = "";

    [Parameter, EditorRequired]
    public required RateCardEditor Editor { get; set; }

    /// <summary>The ticked rows.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<CardLine> Lines { get; set; }

    /// <summary>The unit in which rates are shown and typed.</summary>
    [Parameter, EditorRequired]
    public PriceUnit Unit { get; set; }

    private IEnumerable<BulkTarget> Targets => BulkTarget.All.Where(t => Lines.Any(l => l.Key.Section == t.Section));

    private BulkTarget Target => Targets.FirstOrDefault(t => t.Label == target) ?? Targets.First(); // shown only with rows, and each has a target

    private BulkEdit Edit => new(act, Target, typed, Unit);

    private ImmutableArray<CellEdit> Cells => Edit.Cells(Lines);

    private bool HasProblem => typed.Length > 0 && Edit.Problem is not null;

    private string UnitWords => Target.Columns[0].Kind is ColumnKind.Rate ? PriceUnits.Label(Unit) : Target.Columns[0].Kind is ColumnKind.Markup ? "%" : "";

    private string Effect => (HasProblem, Cells) switch
    {
        (true, _) => Edit.Problem ?? "",
        (_, []) => Edit.Problem is null ? "Changes nothing." : "Say by how much.",
        (_, [var first, ..] cells) => $"Changes {Words.Count(cells.Length, "cell")} in {Words.Count(Rows(cells), "row")}: "
            + $"{first.Column.Label} of {first.Key} {Shown(first.Column, Before(first))} → {Shown(first.Column, first.Text)}{(cells.Length > 1 ? ", …" : "")}",
    };

    private static int Rows(ImmutableArray<CellEdit> cells) => cells.Select(c => c.Key).Distinct().Count();

    private string Before(CellEdit cell) => Editor.Find(cell.Key)?[cell.Column] ?? "";

    private string Shown(RateCardColumn column, string text) =>
        CellWords.Of(column, column.Kind is ColumnKind.Rate ? PriceUnits.Show(Unit, text) : text);

    private void Apply()
    {
        var cells = Cells;

        if (!cells.IsEmpty)
        {
            Editor.Change(Edit.WordsFor(Rows(cells)), cells);
            typed = "";
        }
    }
}
