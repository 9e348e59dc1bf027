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
        services.AddSingleton<Troubles>();
        services.AddSingleton<BrigadeMetrics>();
        services.AddSingleton<BrigadeGauges>();
        services.AddSingleton<StatusReader>();
        services.AddHealthChecks().AddCheck<ReadyCheck>("ready");
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("opscenter-brigade"))
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddMeter($"{OwnMeters}*").AddPrometheusExporter());
    }

    /// <summary>Makes what nobody asks for by name: the gauges, and the moment of the start.</summary>
    public static void BeginStatus(this IServiceProvider services)
    {
        services.GetRequiredService<BrigadeGauges>();
        services.GetRequiredService<StatusReader>();
    }
}
