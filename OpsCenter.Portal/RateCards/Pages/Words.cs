using System.Globalization;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>Small sentences that several parts of the page say.</summary>
internal static class Words
{
    /// <summary>For example <c>1 change</c>, <c>3 changes</c>.</summary>
    public static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
