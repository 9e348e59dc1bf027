using System.Collections.Immutable;
using OpsCenter.Domain.RateCards;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>Numbers that are changed together.</summary>
/// <param name="Label">Name for people: <c>Input and output cost</c>.</param>
/// <param name="Section">The table they are in.</param>
/// <param name="Columns">Their columns.</param>
public sealed record BulkTarget(string Label, RateCardSection Section, ImmutableArray<RateCardColumn> Columns)
{
    /// <summary>All of them, in the order of the page.</summary>
    public static ImmutableArray<BulkTarget> All { get; } =
    [
        new("All costs of models", RateCardSection.Routes, [InputCost, OutputCost, CachedInputCost, CacheWriteCost]),
        Of(RateCardSection.Routes, InputCost),
        Of(RateCardSection.Routes, OutputCost),
        Of(RateCardSection.Routes, Markup),
        Of(RateCardSection.Agents, AgentRate),
        Of(RateCardSection.Agents, MinFee),
        Of(RateCardSection.Agents, MaxJobCost),
        Of(RateCardSection.Tools, UnitCost),
        Of(RateCardSection.Tools, UnitPrice),
    ];

    private static BulkTarget Of(RateCardSection section, RateCardColumn column) =>
        new(section is RateCardSection.Tools ? $"{CellWords.Title(column)} of tools" : CellWords.Title(column), section, [column]);
}
