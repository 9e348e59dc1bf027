using System.Collections.Immutable;
using System.Text.Json;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Brigade.Cards;

/// <summary>
/// Reads the rate card as Ops-Center answers it: strict on what routing and pricing need, blind to fields it does not know. A card that
/// breaks a rule of rate cards is not used either: the sums would not be exact.
/// </summary>
public static class RateCardDocument
{
    /// <summary>Reads a card.</summary>
    /// <exception cref="FormatException">It cannot be used; the message says which field is wrong.</exception>
    public static RateCard Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(document.RootElement);
        }
        catch (JsonException broken)
        {
            throw new FormatException("The rate card is no JSON.", broken);
        }
        catch (ArgumentException unknown)
        {
            throw new FormatException(unknown.Message, unknown); // a currency that this Brigade does not know
        }
    }

    private static RateCard Read(JsonElement json)
    {
        var content = new RateCardContent(
            Currency.Of(json.RequiredText("currency")),
            json.RequiredDecimal("default_agent_rate_per_1k"),
            ReadAll(json, "routes", ReadRoute),
            ReadAll(json, "agents", ReadAgent),
            ReadAll(json, "tools", ReadTool));
        if (RateCardRules.Validate(content) is [var problem, ..])
            throw new FormatException($"{problem.RowKey} {problem.Field} in {problem.Section}: {problem.Message}");

        return new RateCard(json.RequiredCount("version"), json.RequiredMoment("effective_from"), json.RequiredMoment("published_at"), content);
    }

    private static LlmRoute ReadRoute(JsonElement route) => new(
        route.RequiredId("id"),
        route.RequiredText("provider"),
        route.RequiredText("model"),
        RateCardWords.ReadClass(route.RequiredText("class")),
        route.RequiredDecimal("input_cost_per_1k"),
        route.RequiredDecimal("output_cost_per_1k"),
        route.OptionalDecimal("cached_input_cost_per_1k"),
        route.OptionalDecimal("cache_write_cost_per_1k"),
        route.RequiredDecimal("markup_percent"),
        route.RequiredFlag("byok_enabled"),
        route.RequiredFlag("active"));

    private static AgentPrice ReadAgent(JsonElement agent) => new(
        agent.RequiredId("id"),
        agent.RequiredText("name"),
        agent.RequiredText("display_name"),
        agent.OptionalText("description") ?? "",
        agent.OptionalDecimal("rate_per_1k"),
        agent.RequiredDecimal("min_fee"),
        agent.OptionalDecimal("max_job_cost"),
        RateCardWords.ReadPolicy(agent.RequiredText("failure_policy")),
        agent.RequiredFlag("active"),
        agent.OptionalText("preferred_class") is { } preferred ? RateCardWords.ReadClass(preferred) : null);

    private static ToolPrice ReadTool(JsonElement tool) => new(
        tool.RequiredId("id"),
        tool.RequiredText("name"),
        tool.RequiredText("unit_type"),
        tool.RequiredDecimal("unit_price"),
        tool.RequiredDecimal("unit_cost"),
        tool.RequiredText("meter"),
        tool.RequiredFlag("active"));

    private static ImmutableArray<T> ReadAll<T>(JsonElement json, string section, Func<JsonElement, T> read) =>
        [.. json.RequiredObjects(section).Select((item, at) => ReadRow(section, at, item, read))];

    private static T ReadRow<T>(string section, int at, JsonElement item, Func<JsonElement, T> read)
    {
        try
        {
            return read(item);
        }
        catch (FormatException wrong)
        {
            throw new FormatException($"{section}[{at}]: {wrong.Message}", wrong);
        }
    }
}
