using System.Globalization;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>Numbers of the card as texts on the page.</summary>
public static class NumberText
{
    /// <summary>A cell as it is shown in a unit. Only rates depend on the unit.</summary>
    public static string Shown(RateCardRow row, RateCardColumn column, PriceUnit unit) =>
        column.Kind is ColumnKind.Rate ? PriceUnits.Show(unit, row[column]) : row[column];

    /// <summary>A share with its one decimal; empty when there is none.</summary>
    public static string Percent(decimal? percent) => percent?.ToString("0.0", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Decimals as typed, trailing zeros included; 0 for what is no number.</summary>
    public static int Decimals(string text)
    {
        var trimmed = text.Trim();
        var point = trimmed.IndexOf('.', StringComparison.Ordinal);

        return point < 0 || RateCardColumn.ReadNumber(trimmed) is null ? 0 : trimmed.Length - point - 1;
    }
}
