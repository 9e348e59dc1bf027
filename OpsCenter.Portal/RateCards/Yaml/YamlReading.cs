using System.Collections.Immutable;

namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>What became of reading a file: a card, or all that is wrong with the file.</summary>
/// <param name="Card">The card; null when there are problems.</param>
/// <param name="Problems">The problems, in the order of the file.</param>
internal sealed record YamlReading(YamlCard? Card, ImmutableArray<YamlProblem> Problems);
