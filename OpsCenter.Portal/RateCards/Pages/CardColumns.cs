using System.Collections.Immutable;
using OpsCenter.Domain.RateCards;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>The fields of the tables, in the order in which they stand beside each other.</summary>
internal static class CardColumns
{
    /// <summary>The fields of a section from left to right.</summary>
    public static ImmutableArray<RateCardColumn> Of(RateCardSection section, bool showsCache) => section switch
    {
        RateCardSection.Card => [DefaultAgentRate],
        RateCardSection.Routes => [Class, InputCost, OutputCost, .. showsCache ? new[] { CachedInputCost, CacheWriteCost } : [], Markup, Active],
        RateCardSection.Agents => [DisplayName, Description, AgentRate, MinFee, MaxJobCost, OnFailure, Active],
        RateCardSection.Tools => [UnitType, UnitCost, UnitPrice, Meter, Active],
    };
}
