using System.Text.Json.Nodes;

namespace OpsCenter.Portal.Tests.Brigade;

/// <summary>The seeded rate card as the machine API shows it.</summary>
internal static class CardJson
{
    public static JsonObject Of(int version) => (JsonObject)JsonNode.Parse($$"""
        { "version": {{version}}, "effective_from": "0001-01-01T00:00:00Z", "published_at": "2026-06-01T08:00:00Z", "currency": "USD",
          "default_agent_rate_per_1k": "0.005", "novelty": { "of": "a later Ops-Center" },
          "routes": [ { "id": "0199c1f2-0000-7000-8000-000000000011", "route": "openai:gpt-4", "provider": "openai", "model": "gpt-4", "class": "frontier",
            "input_cost_per_1k": "0.03", "output_cost_per_1k": "0.06", "cached_input_cost_per_1k": null, "cache_write_cost_per_1k": null,
            "markup_percent": "25", "input_price_per_1k": "0.0375", "output_price_per_1k": "0.075", "byok_enabled": true, "active": true } ],
          "agents": [ { "id": "0199c1f2-0000-7000-8000-000000000012", "name": "research_pro", "display_name": "Research Pro", "description": "",
            "rate_per_1k": "0.008", "min_fee": "0", "max_job_cost": null, "preferred_class": null, "failure_policy": "bill", "active": true } ],
          "tools": [ { "id": "0199c1f2-0000-7000-8000-000000000013", "name": "web.search", "unit_type": "request", "unit_price": "0.01",
            "unit_cost": "0.005", "meter": "tool.web.request", "active": true } ],
          "routing": { "order": [ "byok", "house", "frontier" ] } }
        """)!; // it is an object
}
