using System.Collections.Immutable;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>What a file says about prices. A part that it does not name is left alone.</summary>
/// <param name="Rows">Its rows, each of them valid.</param>
/// <param name="Sections">The parts it names; an empty list of tools names the tools.</param>
internal sealed record YamlCard(ImmutableSortedDictionary<RateCardRowKey, RateCardRow> Rows, ImmutableHashSet<RateCardSection> Sections)
{
    /// <summary>A card as the file wants it.</summary>
    public RateCardSheet Over(RateCardSheet card) =>
        card with { Rows = card.Rows.RemoveRange(card.Rows.Keys.Where(key => Sections.Contains(key.Section))).SetItems(Rows) };
}
