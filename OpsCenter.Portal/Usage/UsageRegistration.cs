using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Usage.Recording;

namespace OpsCenter.Portal.Usage;

/// <summary>Registers the usage path and its endpoint.</summary>
public static class UsageRegistration
{
    /// <summary>Adds what records usage.</summary>
    public static IServiceCollection AddUsage(this IServiceCollection services)
    {
        services.AddOptions<PublicUrlOptions>().BindConfiguration(PublicUrlOptions.Section);
        services.AddSingleton<PublicUrls>();
        services.AddSingleton<RateCardCache>();
        services.AddSingleton<ReadRateCard>();
        services.AddSingleton<RecordUsage>();

        return services;
    }
}
