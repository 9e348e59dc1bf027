using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace OpsCenter.Brigade.Status;

/// <summary>Registers what tells how Brigade is doing.</summary>
internal static class StatusRegistration
{
    /// <summary>Every meter of Brigade has a name that begins so.</summary>
    public const string OwnMeters = "OpsCenter.Brigade";

    public static void AddStatus(this IServiceCollection services)
    {
        services.AddHealthChecks();
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("opscenter-brigade"))
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddMeter($"{OwnMeters}*").AddPrometheusExporter());
    }
}
