using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace OpsCenter.Portal.Hosting;

/// <summary>What load balancers, containers and Prometheus ask: does the process live, can it serve, what has it done.</summary>
internal static class HealthEndpoints
{
    public static void MapHealthEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapPrometheusScrapingEndpoint("/metrics").AllowAnonymous();
    }
}
