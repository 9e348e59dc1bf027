using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Overview.Pages;

namespace OpsCenter.Portal.Usage.Margin.Pages;

/// <summary>The margins of one currency; each row opens its jobs.</summary>
public sealed partial class MarginTable
{
    private const int MaxShown = 100;

    [Parameter, EditorRequired]
    public required CurrencyMargin Margin { get; set; }

    [Parameter, EditorRequired]
    public required MarginAddress Address { get; set; }

    [Parameter, EditorRequired]
    public MarginFloor Floor { get; set; }

    private List<MarginRow> Matching =>
        [.. Margin.Rows.Where(row => Address.Search is not { } text || MarginWords.NameOf(row).Contains(text, StringComparison.OrdinalIgnoreCase))];

    private List<MarginRow> Shown => [.. Sorted(Matching).Take(MaxShown)];

    private static string PercentOf(MarginRow row) => row.Percent is { } percent ? OverviewWords.Percent(percent) : "—";

    private decimal ShareOf(MarginRow row) =>
        Margin.Total.Revenue.Amount == 0m ? 0m : Rounding.To(row.Revenue.Amount * 100m / Margin.Total.Revenue.Amount, 1);

    private SortOrder? OrderOf(MarginColumn column) => Address.Sort == column ? Address.Order : null;

    private IEnumerable<MarginRow> Sorted(List<MarginRow> rows) => Address.Sort switch
    {
        MarginColumn.Name => Ordered(rows, row => MarginWords.NameOf(row).ToUpperInvariant()),
        MarginColumn.Jobs => Ordered(rows, row => row.Jobs),
        MarginColumn.Revenue => Ordered(rows, row => row.Revenue.Amount),
        MarginColumn.Cost => Ordered(rows, row => row.Cost.Amount),
        MarginColumn.Margin => Ordered(rows, row => row.Margin.Amount),
        MarginColumn.Percent => Ordered(rows, row => row.Percent ?? decimal.MinValue),
    };

    private IEnumerable<MarginRow> Ordered<TKey>(List<MarginRow> rows, Func<MarginRow, TKey> key) => Address.Order switch
    {
        SortOrder.Ascending => rows.OrderBy(key),
        SortOrder.Descending => rows.OrderByDescending(key),
    };
}
