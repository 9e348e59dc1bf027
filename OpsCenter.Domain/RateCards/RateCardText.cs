using OpsCenter.Domain.Monetary;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Domain.RateCards;

/// <summary>Between a card's values and its text rows, both ways.</summary>
internal static class RateCardText
{
    public static IEnumerable<RateCardRow> Write(RateCardContent content) =>
    [
        Row(RateCardSection.Card, (DefaultAgentRate, DecimalText.Format(content.DefaultAgentRatePer1K))),
        .. content.Routes.Select(Write),
        .. content.Agents.Select(Write),
        .. content.Tools.Select(Write),
    ];

    /// <exception cref="FormatException">A text cannot be read.</exception>
    public static RateCardContent Read(RateCardSheet sheet, Func<RateCardRowKey, Guid> idOf) => new(
        sheet.Currency,
        Needed(sheet.Rows[RateCardRowKey.Card], DefaultAgentRate),
        [.. sheet.In(RateCardSection.Routes).Select(r => ReadRoute(r, idOf(r.Key)))],
        [.. sheet.In(RateCardSection.Agents).Select(r => ReadAgent(r, idOf(r.Key)))],
        [.. sheet.In(RateCardSection.Tools).Select(r => ReadTool(r, idOf(r.Key)))]);

    private static RateCardRow Write(LlmRoute route) => Row(
        RateCardSection.Routes,
        (Provider, route.Provider),
        (Model, route.Model),
        (Class, RateCardWords.Of(route.Class)),
        (InputCost, DecimalText.Format(route.InputCostPer1K)),
        (OutputCost, DecimalText.Format(route.OutputCostPer1K)),
        (CachedInputCost, Write(route.CachedInputCostPer1K)),
        (CacheWriteCost, Write(route.CacheWriteCostPer1K)),
        (Markup, DecimalText.Format(route.MarkupPercent)),
        (ByokEnabled, Write(route.ByokEnabled)),
        (Active, Write(route.Active)));

    private static RateCardRow Write(AgentPrice agent) => Row(
        RateCardSection.Agents,
        (Name, agent.Name),
        (DisplayName, agent.DisplayName),
        (Description, agent.Description),
        (AgentRate, Write(agent.RatePer1K)),
        (MinFee, DecimalText.Format(agent.MinFee)),
        (MaxJobCost, Write(agent.MaxJobCost)),
        (PreferredClass, agent.PreferredClass is { } preferred ? RateCardWords.Of(preferred) : ""),
        (OnFailure, RateCardWords.Of(agent.FailurePolicy)),
        (Active, Write(agent.Active)));

    private static RateCardRow Write(ToolPrice tool) => Row(
        RateCardSection.Tools,
        (Name, tool.Name),
        (UnitType, tool.UnitType),
        (UnitPrice, DecimalText.Format(tool.UnitPrice)),
        (UnitCost, DecimalText.Format(tool.UnitCost)),
        (Meter, tool.Meter),
        (Active, Write(tool.Active)));

    private static LlmRoute ReadRoute(RateCardRow row, Guid id) => new(
        id,
        row[Provider],
        row[Model],
        RateCardWords.ReadClass(row[Class]),
        Needed(row, InputCost),
        Needed(row, OutputCost),
        row.Number(CachedInputCost),
        row.Number(CacheWriteCost),
        Needed(row, Markup),
        row.Flag(ByokEnabled),
        row.Flag(Active));

    private static AgentPrice ReadAgent(RateCardRow row, Guid id) => new(
        id,
        row[Name],
        row[DisplayName].Trim(),
        row[Description].Trim(),
        row.Number(AgentRate),
        Needed(row, MinFee),
        row.Number(MaxJobCost),
        RateCardWords.ReadPolicy(row[OnFailure]),
        row.Flag(Active),
        row[PreferredClass] is { Length: > 0 } preferred ? RateCardWords.ReadClass(preferred) : null);

    private static ToolPrice ReadTool(RateCardRow row, Guid id) => new(
        id,
        row[Name],
        row[UnitType].Trim(),
        Needed(row, UnitPrice),
        Needed(row, UnitCost),
        row[Meter].Trim(),
        row.Flag(Active));

    private static decimal Needed(RateCardRow row, RateCardColumn column) =>
        row.Number(column) ?? throw new FormatException($"The {column.Label} of {row.Key} is not a number.");

    private static RateCardRow Row(RateCardSection section, params ReadOnlySpan<(RateCardColumn Column, string Text)> texts)
    {
        var byName = new Dictionary<string, string>(texts.Length, StringComparer.Ordinal);

        foreach (var (column, text) in texts)
        {
            byName.Add(column.Name, text);
        }

        return new RateCardRow(section, byName);
    }

    private static string Write(decimal? number) => number is { } value ? DecimalText.Format(value) : "";

    private static string Write(bool flag) => flag ? "true" : "false";
}
