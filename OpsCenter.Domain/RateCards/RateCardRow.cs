using System.Collections.Immutable;
using System.Text;

namespace OpsCenter.Domain.RateCards;

/// <summary>
/// A row of the rate card as text, exactly as typed: half-written and wrong numbers are rows too, so that a draft loses nothing.
/// <see cref="RateCardRules"/> says whether it can be read, <see cref="RateCardSheet.ToContent"/> reads it.
/// </summary>
public sealed class RateCardRow
{
    /// <summary>Longest text of one cell in characters.</summary>
    public const int MaxTextLength = 1_000;

    private readonly ImmutableSortedDictionary<string, string> texts;

    /// <summary>Makes a row; columns without a text are empty.</summary>
    /// <param name="section">The table.</param>
    /// <param name="texts">Texts by <see cref="RateCardColumn.Name"/>.</param>
    /// <exception cref="ArgumentException">
    /// A text is for a column that the section does not have, is longer than <see cref="MaxTextLength"/>, or holds NUL or half a character.
    /// </exception>
    public RateCardRow(RateCardSection section, IEnumerable<KeyValuePair<string, string>> texts)
    {
        Section = section;
        this.texts = texts.Where(t => t.Value.Length > 0).ToImmutableSortedDictionary(StringComparer.Ordinal);
        var known = RateCardColumns.Of(section).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);

        foreach (var (name, text) in this.texts)
        {
            if (!known.Contains(name) || !IsStorable(text))
            {
                throw new ArgumentException($"'{name}' is no column of {section}, or its text cannot be stored.", nameof(texts));
            }
        }
    }

    /// <summary>The table.</summary>
    public RateCardSection Section { get; }

    /// <summary>The natural key, from the row's own texts.</summary>
    public RateCardRowKey Key => Section switch
    {
        RateCardSection.Card => RateCardRowKey.Card,
        RateCardSection.Routes => RateCardRowKey.Route(this[RateCardColumns.Provider], this[RateCardColumns.Model]),
        RateCardSection.Agents => RateCardRowKey.Agent(this[RateCardColumns.Name]),
        RateCardSection.Tools => RateCardRowKey.Tool(this[RateCardColumns.Name]),
    };

    /// <summary>The texts that are not empty, by column name.</summary>
    public IReadOnlyDictionary<string, string> Texts => texts;

    /// <summary>The text of a column; empty when there is none.</summary>
    public string this[RateCardColumn column] => texts.GetValueOrDefault(column.Name, "");

    /// <summary>The same row with another text in one column.</summary>
    public RateCardRow With(RateCardColumn column, string text) => new(Section, texts.SetItem(column.Name, text));

    /// <summary>Whether a flag column says true.</summary>
    public bool Flag(RateCardColumn column) => this[column] == "true";

    /// <summary>The number in a column, or null when it is empty or cannot be read.</summary>
    public decimal? Number(RateCardColumn column) => RateCardColumn.ReadNumber(this[column]);

    /// <summary>Whether both rows say the same, however they write it: <c>0.0300</c> is <c>0.03</c>.</summary>
    public bool Equivalent(RateCardRow? other) =>
        other is not null && Section == other.Section && RateCardColumns.Of(Section).All(c => c.Canonical(this[c]) == c.Canonical(other[c]));

    /// <summary>The same for two rows either of which may be absent.</summary>
    public static bool Equivalent(RateCardRow? left, RateCardRow? right) => left?.Equivalent(right) ?? right is null;

    private static bool IsStorable(string text) =>
        text.Length <= MaxTextLength && !text.Contains('\0', StringComparison.Ordinal) && !text.EnumerateRunes().Contains(Rune.ReplacementChar);
}
