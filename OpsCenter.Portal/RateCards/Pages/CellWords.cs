using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>Texts of the card in people's words.</summary>
public static class CellWords
{
    /// <summary>A column's name at the start of a sentence: <c>Input cost</c>.</summary>
    public static string Title(RateCardColumn column) => char.ToUpperInvariant(column.Label[0]) + column.Label[1..];

    /// <summary>A column's name with its unit: <c>Input cost per 1K</c>.</summary>
    public static string TitleWithUnit(RateCardColumn column) => column.Kind is ColumnKind.Rate ? $"{Title(column)} per 1K" : Title(column);

    /// <summary>A cell's text: <c>on</c>, <c>Output only</c>, <c>default rate</c>, <c>25 %</c>.</summary>
    public static string Of(RateCardColumn column, string text) => text.Length == 0 ? Empty(column) : column.Kind switch
    {
        ColumnKind.Flag => text == "true" ? "on" : "off",
        ColumnKind.Choice => Choice(text),
        ColumnKind.Markup => $"{text} %",
        ColumnKind.Provider or ColumnKind.Model or ColumnKind.Identifier or ColumnKind.Prose => text,
        ColumnKind.Rate or ColumnKind.UnitPrice or ColumnKind.JobAmount => text,
    };

    /// <summary>A choice as the reader sees it: <c>output_only</c> is <c>Output only</c>.</summary>
    public static string Choice(string text) =>
        text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..].Replace('_', ' ');

    /// <summary>What an empty cell means.</summary>
    public static string Empty(RateCardColumn column) =>
        column == RateCardColumns.AgentRate ? "default rate"
        : column == RateCardColumns.CachedInputCost || column == RateCardColumns.CacheWriteCost ? "input cost"
        : column == RateCardColumns.PreferredClass ? "card's order"
        : "none";
}
