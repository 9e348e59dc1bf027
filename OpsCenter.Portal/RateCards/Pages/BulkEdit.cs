using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>One act on many rows.</summary>
/// <param name="Act">What is done.</param>
/// <param name="Target">To which numbers; without meaning for activating.</param>
/// <param name="Typed">The percentage or number as typed.</param>
/// <param name="Unit">The unit in which the reader sees and types rates.</param>
public sealed record BulkEdit(BulkAct Act, BulkTarget Target, string Typed, PriceUnit Unit)
{
    private const decimal MostPercent = 1_000m;

    /// <summary>Whether it changes numbers.</summary>
    public bool ChangesNumbers => Act is BulkAct.Raise or BulkAct.Lower or BulkAct.Set;

    /// <summary>What is wrong with what was typed; null when nothing is.</summary>
    public string? Problem => Act switch
    {
        BulkAct.Activate or BulkAct.Deactivate => null,
        BulkAct.Set => Target.Columns.Select(c => CellRules.Check(c, Kept(c))).FirstOrDefault(p => p is not null),
        BulkAct.Raise => Percent is not { } up ? "Write a percentage: 5" : up is < 0 or > MostPercent ? $"From 0 to {MostPercent:#,0} %." : null,
        BulkAct.Lower => Percent is not { } down ? "Write a percentage: 5" : down is < 0 or > 100 ? "From 0 to 100 %." : null,
    };

    private decimal? Percent => RateCardColumn.ReadNumber(Typed);

    /// <summary>The act in words: <c>+5 % on 3 rows</c>.</summary>
    public string WordsFor(int rows) => Act switch
    {
        BulkAct.Raise => $"+{Typed.Trim()} % on {Words.Count(rows, "row")}",
        BulkAct.Lower => $"−{Typed.Trim()} % on {Words.Count(rows, "row")}",
        BulkAct.Set => $"setting {Words.Count(rows, "row")} to {Typed.Trim()}",
        BulkAct.Activate => $"activating {Words.Count(rows, "row")}",
        BulkAct.Deactivate => $"deactivating {Words.Count(rows, "row")}",
    };

    /// <summary>The cells that would change. Cells that are empty, or hold no number, are left as they are by a percentage.</summary>
    /// <param name="lines">The ticked rows.</param>
    public ImmutableArray<CellEdit> Cells(IEnumerable<CardLine> lines) => Problem is not null ? [] :
    [
        .. lines
            .SelectMany(line => Columns(line).Select(column => new CellEdit(line.Key, column, After(line.Row, column))).Where(cell =>
                cell.Column.Canonical(cell.Text) != cell.Column.Canonical(line.Row[cell.Column]))),
    ];

    private ImmutableArray<RateCardColumn> Columns(CardLine line) =>
        !ChangesNumbers ? [RateCardColumns.Active] : line.Key.Section == Target.Section ? Target.Columns : [];

    private string After(RateCardRow row, RateCardColumn column) => (Act, row.Number(column), Percent) switch
    {
        (BulkAct.Activate, _, _) => "true",
        (BulkAct.Deactivate, _, _) => "false",
        (BulkAct.Set, _, _) => Kept(column),
        (BulkAct.Raise, { } number and < MostPercent * MostPercent, { } percent) => Times(number, 1m + (percent / 100m), column),
        (BulkAct.Lower, { } number and < MostPercent * MostPercent, { } percent) => Times(number, 1m - (percent / 100m), column),
        _ => row[column],
    };

    private string Kept(RateCardColumn column) => column.Kind is ColumnKind.Rate ? PriceUnits.Keep(Unit, Typed) : Typed;

    private static string Times(decimal number, decimal factor, RateCardColumn column) =>
        DecimalText.Format(Rounding.To(number * factor, Decimals(column)));

    private static int Decimals(RateCardColumn column) => column.Kind switch
    {
        ColumnKind.Rate => PriceLimits.RateDecimals,
        ColumnKind.Markup => PriceLimits.MarkupDecimals,
        ColumnKind.UnitPrice => PriceLimits.UnitPriceDecimals,
        ColumnKind.JobAmount => PriceLimits.JobAmountDecimals,
        ColumnKind.Provider or ColumnKind.Model or ColumnKind.Identifier or ColumnKind.Prose or ColumnKind.Choice or ColumnKind.Flag => 0,
    };
}
