using System.Collections.Immutable;

namespace OpsCenter.Portal.Shell.Widgets.Charts;

/// <summary>One line, or one layer of bars.</summary>
/// <param name="Name">For the legend.</param>
/// <param name="Tone">How it is drawn.</param>
/// <param name="Values">One for each bucket; null where there is nothing yet, which is not zero.</param>
public sealed record ChartSeries(string Name, ChartTone Tone, ImmutableArray<decimal?> Values)
{
    /// <summary>The style of its tone.</summary>
    internal string ToneClass => Tone switch
    {
        ChartTone.Main => "main",
        ChartTone.Second => "second",
        ChartTone.Third => "third",
        ChartTone.Fourth => "fourth",
        ChartTone.Rest => "rest",
        ChartTone.Bad => "bad",
        ChartTone.Ghost => "ghost",
    };
}
