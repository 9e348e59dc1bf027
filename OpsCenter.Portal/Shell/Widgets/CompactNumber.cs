using System.Globalization;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>Large counts where every digit is one hover away: <c>999</c>, <c>12.3K</c>, <c>4M</c>.</summary>
public static class CompactNumber
{
    private static readonly (decimal Unit, string Letter)[] Units = [(1_000_000_000m, "B"), (1_000_000m, "M"), (1_000m, "K")];

    /// <summary>Three digits at most before a letter, one decimal, never rounded up to a thousand of the smaller unit.</summary>
    public static string Of(decimal value)
    {
        foreach (var (unit, letter) in Units)
        {
            // 999,950 would be 1000.0K.
            if (value >= unit - (unit / 20_000m))
            {
                return Rounding.To(value / unit, 1).ToString("#,##0.#", CultureInfo.InvariantCulture) + letter;
            }
        }

        return Rounding.To(value, 1).ToString("0.#", CultureInfo.InvariantCulture);
    }
}
