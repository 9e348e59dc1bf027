using System.Globalization;
using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>What was added, removed and changed, in words.</summary>
public sealed partial class DifferenceList
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<RowDifference> Differences { get; set; }

    private static string CellWordsOf(RateCardRowKey key) => key.Section is RateCardSection.Card ? "Agents without their own rate" : key.ToString();

    // The name stands above the cells already.
    private static bool IsName(RateCardColumn column) =>
        column == RateCardColumns.Provider || column == RateCardColumns.Model || column == RateCardColumns.Name;

    private static StatusMeaning MeaningOf(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Added => StatusMeaning.Positive,
        DifferenceKind.Removed => StatusMeaning.Negative,
        DifferenceKind.Changed => StatusMeaning.Info,
    };

    // How much dearer or cheaper a rate becomes; a markup is in percent already.
    private static string? Percent(FieldDifference field) =>
        field.Column is { IsNumber: true, Kind: not ColumnKind.Markup }
        && RateCardColumn.ReadNumber(field.Before) is { } before and not 0m
        && RateCardColumn.ReadNumber(field.After) is { } after
            ? Rounding.To((after - before) / before * 100m, 1).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %"
            : null;
}
