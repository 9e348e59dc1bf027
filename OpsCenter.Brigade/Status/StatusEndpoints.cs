using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace OpsCenter.Brigade.Status;

/// <summary>What load balancers, Prometheus and Ops-Center ask.</summary>
internal static class StatusEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static void MapStatus(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
        app.MapPrometheusScrapingEndpoint("/metrics");
        app.MapGet("/api/v1/status", (StatusReader status) => TypedResults.Json(status.Read(), Json));
    }
}
