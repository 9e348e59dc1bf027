using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.RateCards;

/// <summary>A column of the rate card: how it is called and what it holds.</summary>
/// <param name="Name">Name towards machines, as in the rate card's JSON: <c>input_cost_per_1k</c>.</param>
/// <param name="Label">Name towards people, in the middle of a sentence: <c>input cost</c>.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Optional">Whether it may be left empty.</param>
/// <param name="Choices">The texts a <see cref="ColumnKind.Choice"/> accepts; empty for other kinds.</param>
public sealed record RateCardColumn(string Name, string Label, ColumnKind Kind, bool Optional, ImmutableArray<string> Choices)
{
    /// <summary>Most characters a name or a line of prose may have.</summary>
    public int MaxLength { get; init; } = PriceLimits.MaxNameLength;

    /// <summary>Whether the column holds a number.</summary>
    public bool IsNumber => Kind is ColumnKind.Rate or ColumnKind.Markup or ColumnKind.UnitPrice or ColumnKind.JobAmount;

    /// <summary>Reads a number as people type it: spaces around it and a bare point before it (<c>.03</c>) do no harm.</summary>
    /// <returns>Null when the text is no number, or has more digits than can be kept.</returns>
    public static decimal? ReadNumber(string text)
    {
        var trimmed = text.Trim();

        return DecimalText.TryParse(trimmed.StartsWith('.') ? $"0{trimmed}" : trimmed, out var number) ? number : null;
    }

    /// <summary>Writes a text the one way that two equal texts share: <c>0.0300</c> and <c>0.03</c> are the same price.</summary>
    public string Canonical(string text) => IsNumber && ReadNumber(text) is { } number ? DecimalText.Format(number) : text.Trim();
}
