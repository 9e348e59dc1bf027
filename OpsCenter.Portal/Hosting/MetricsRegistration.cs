using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace OpsCenter.Portal.Hosting;

/// <summary>What <c>/metrics</c> shows: requests, the server, circuits, the database's connections, and what our own meters count.</summary>
internal static class MetricsRegistration
{
    /// <summary>Every meter of ours has a name that begins so.</summary>
    public const string OwnMeters = "OpsCenter.";

    public static void AddPortalMetrics(this IServiceCollection services) =>
        services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("opscenter-portal")).WithMetrics(metrics => metrics
            .AddAspNetCoreInstrumentation()
            .AddMeter($"{OwnMeters}*", "Microsoft.AspNetCore.Components.Server.Circuits", "Npgsql")
            .AddPrometheusExporter());
}
