using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace OpsCenter.Portal.Hosting;

/// <summary>
/// What <c>/metrics</c> shows: requests, the server, circuits, the database's connections, and what our own meters count. Traces of the same
/// are sent by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector; nobody pays for them otherwise.
/// </summary>
internal static class TelemetryRegistration
{
    /// <summary>Every meter and activity source of ours has a name that begins so.</summary>
    public const string OwnNames = "OpsCenter.";

    private const string CollectorKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddPortalTelemetry(this WebApplicationBuilder builder)
    {
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("opscenter-portal"))
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddMeter($"{OwnNames}*", "Microsoft.AspNetCore.Components.Server.Circuits", "Npgsql")
                .AddPrometheusExporter());

        if (!string.IsNullOrWhiteSpace(builder.Configuration[CollectorKey]))
        {
            telemetry.WithTracing(traces => traces
                .AddAspNetCoreInstrumentation()
                .AddNpgsql()
                .AddSource($"{OwnNames}*")
                .AddOtlpExporter());
        }
    }
}
