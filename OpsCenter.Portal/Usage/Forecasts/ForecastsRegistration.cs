namespace OpsCenter.Portal.Usage.Forecasts;

/// <summary>Forecasts of billing periods.</summary>
public static class ForecastsRegistration
{
    /// <summary>Registers them; usage and billing must be registered as well.</summary>
    public static IServiceCollection AddForecasts(this IServiceCollection services) => services
        .AddSingleton<ForecastQueries>()
        .AddSingleton<KeepForecasts>()
        .AddHostedService<ForecastWorker>();
}
