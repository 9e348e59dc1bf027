using System.Text.Json;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Routing;

namespace OpsCenter.Brigade.Jobs;

/// <summary>Writes the routing receipt of a job.</summary>
internal static class RoutingJson
{
    private const int MaxAlternatives = 20;

    public static void Write(Utf8JsonWriter json, JobPlan? plan)
    {
        if (plan?.Receipt is not { Route: { } route, Class: { } routeClass } receipt)
        {
            json.WriteNull("routing");
            return;
        }

        json.WriteStartObject("routing");
        json.WriteString("route", route.Route);
        json.WriteString("class", RateCardWords.Of(routeClass));
        json.WriteBoolean("byok", receipt.Byok);
        json.WriteString("reason", RoutingWords.Of(receipt.Reason));
        json.WriteString("pick", receipt.Pick is { } pick ? RoutingWords.Of(pick) : null);
        json.WriteString("sentence", receipt.Sentence);
        json.WriteString("byok_fallback", receipt.Fallback is { } fallback ? RoutingWords.Of(fallback) : null);
        json.WriteString("price", DecimalText.Format(receipt.Price.Amount));
        json.WriteString("margin", DecimalText.Format(receipt.Margin.Amount));
        json.WriteStartArray("alternatives");
        foreach (var alternative in receipt.Alternatives.Take(MaxAlternatives))
            Write(json, alternative);

        json.WriteEndArray();
        json.WriteNumber("alternatives_left_out", Math.Max(0, receipt.Alternatives.Length - MaxAlternatives));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RoutingAlternative alternative)
    {
        json.WriteStartObject();
        json.WriteString("route", alternative.Route.Route);
        json.WriteString("class", RateCardWords.Of(alternative.Class));
        json.WriteString("price", DecimalText.Format(alternative.Price.Amount));
        json.WriteString("margin", DecimalText.Format(alternative.Margin.Amount));
        json.WriteString("verdict", RoutingWords.Of(alternative.Verdict));
        json.WriteString("sentence", RoutingWords.Sentence(alternative.Verdict));
        json.WriteEndObject();
    }
}
