using System.Text.Json;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.RateCards;

/// <summary>Writes a rate card as the contract shows it: decimals as strings, without trailing zeros.</summary>
internal static class RateCardJson
{
    /// <summary>Writes the fields of the card into an object that the caller opens and closes.</summary>
    public static void WriteFields(Utf8JsonWriter json, RateCard card)
    {
        json.WriteNumber("version", card.Version);
        json.WriteString("effective_from", card.EffectiveFrom.UtcDateTime);
        json.WriteString("published_at", card.PublishedAt.UtcDateTime);
        json.WriteString("currency", card.Content.Currency.Code);
        Write(json, "default_agent_rate_per_1k", card.Content.DefaultAgentRatePer1K);
        WriteArray(json, "routes", card.Content.Routes, WriteRoute);
        WriteArray(json, "agents", card.Content.Agents, WriteAgent);
        WriteArray(json, "tools", card.Content.Tools, WriteTool);
        json.WriteStartObject("routing");
        WriteArray(json, "order", Enum.GetValues<RouteClass>(), static (json, c) => json.WriteStringValue(EnumText<RouteClass>.Of(c)));
        json.WriteEndObject();
    }

    private static void WriteRoute(Utf8JsonWriter json, LlmRoute route)
    {
        json.WriteStartObject();
        json.WriteString("id", route.Id);
        json.WriteString("route", route.Route);
        json.WriteString("provider", route.Provider);
        json.WriteString("model", route.Model);
        json.WriteString("class", EnumText<RouteClass>.Of(route.Class));
        Write(json, "input_cost_per_1k", route.InputCostPer1K);
        Write(json, "output_cost_per_1k", route.OutputCostPer1K);
        Write(json, "cached_input_cost_per_1k", route.CachedInputCostPer1K);
        Write(json, "cache_write_cost_per_1k", route.CacheWriteCostPer1K);
        Write(json, "markup_percent", route.MarkupPercent);
        Write(json, "input_price_per_1k", route.InputPricePer1K);
        Write(json, "output_price_per_1k", route.OutputPricePer1K);
        json.WriteBoolean("byok_enabled", route.ByokEnabled);
        json.WriteBoolean("active", route.Active);
        json.WriteEndObject();
    }

    private static void WriteAgent(Utf8JsonWriter json, AgentPrice agent)
    {
        json.WriteStartObject();
        json.WriteString("id", agent.Id);
        json.WriteString("name", agent.Name);
        json.WriteString("display_name", agent.DisplayName);
        json.WriteString("description", agent.Description);
        Write(json, "rate_per_1k", agent.RatePer1K);
        Write(json, "min_fee", agent.MinFee);
        Write(json, "max_job_cost", agent.MaxJobCost);
        json.WriteString("preferred_class", agent.PreferredClass is { } preferred ? EnumText<RouteClass>.Of(preferred) : null);
        json.WriteString("failure_policy", EnumText<FailurePolicy>.Of(agent.FailurePolicy));
        json.WriteBoolean("active", agent.Active);
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, ToolPrice tool)
    {
        json.WriteStartObject();
        json.WriteString("id", tool.Id);
        json.WriteString("name", tool.Name);
        json.WriteString("unit_type", tool.UnitType);
        Write(json, "unit_price", tool.UnitPrice);
        Write(json, "unit_cost", tool.UnitCost);
        json.WriteString("meter", tool.Meter);
        json.WriteBoolean("active", tool.Active);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, decimal? value) =>
        json.WriteString(name, value is { } number ? DecimalText.Format(number) : null);

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);

        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }
}
