namespace OpsCenter.Domain.RateCards;

/// <summary>Natural key of a row: its section and its name there. Ordered by section, then by name.</summary>
/// <param name="Section">The table.</param>
/// <param name="Name">The route, agent or tool; <c>card</c> for the one row of <see cref="RateCardSection.Card"/>.</param>
public readonly record struct RateCardRowKey(RateCardSection Section, string Name) : IComparable<RateCardRowKey>
{
    /// <summary>The one row of <see cref="RateCardSection.Card"/>.</summary>
    public static RateCardRowKey Card { get; } = new(RateCardSection.Card, "card");

    public static bool operator <(RateCardRowKey left, RateCardRowKey right) => left.CompareTo(right) < 0;

    public static bool operator >(RateCardRowKey left, RateCardRowKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(RateCardRowKey left, RateCardRowKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(RateCardRowKey left, RateCardRowKey right) => left.CompareTo(right) >= 0;

    /// <summary>Key of a route.</summary>
    public static RateCardRowKey Route(string provider, string model) => new(RateCardSection.Routes, $"{provider}:{model}");

    /// <summary>Key of an agent.</summary>
    public static RateCardRowKey Agent(string name) => new(RateCardSection.Agents, name);

    /// <summary>Key of a tool.</summary>
    public static RateCardRowKey Tool(string name) => new(RateCardSection.Tools, name);

    /// <inheritdoc />
    public int CompareTo(RateCardRowKey other) =>
        Section == other.Section ? string.CompareOrdinal(Name, other.Name) : Section.CompareTo(other.Section);

    /// <summary>The name as people know it: <c>openai:gpt-4</c>.</summary>
    public override string ToString() => Section is RateCardSection.Card ? "default agent rate" : Name;
}
