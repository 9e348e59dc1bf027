using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Overview.Pages;

/// <summary>A figure beside the same one of the period before.</summary>
/// <param name="Now">The figure, of complete hours.</param>
/// <param name="Before">The same of the period before.</param>
/// <param name="Text">How such a figure is written.</param>
public sealed record Comparison(decimal Now, decimal Before, Func<decimal, string> Text)
{
    /// <summary>By how much of a hundred it changed; null when there was nothing before.</summary>
    public decimal? ChangePercent => Before == 0m ? null : Rounding.To((Now - Before) * 100m / Math.Abs(Before), 1);

    /// <summary>The change in words and signs.</summary>
    public string Change => ChangePercent switch
    {
        null when Now == 0m => "Nothing before either",
        null => "Nothing before",
        0m => "Unchanged",
        > 0m and var more => $"↑ {OverviewWords.Percent(more)}",
        var less => $"↓ {OverviewWords.Percent(-less.Value)}",
    };
}
