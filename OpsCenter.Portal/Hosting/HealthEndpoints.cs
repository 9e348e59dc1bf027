using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace OpsCenter.Portal.Hosting;

/// <summary>What load balancers and containers ask: does the process live, and can it serve.</summary>
internal static class HealthEndpoints
{
    public static void MapHealthEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}
