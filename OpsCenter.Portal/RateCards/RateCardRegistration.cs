using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Outbox;
using OpsCenter.Portal.RateCards.Pages;
using OpsCenter.Portal.RateCards.Testing;
using OpsCenter.Portal.RateCards.Versions;
using OpsCenter.Portal.RateCards.Yaml;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Usage.Ledger;

namespace OpsCenter.Portal.RateCards;

/// <summary>The rate card's queries and commands.</summary>
public static class RateCardRegistration
{
    /// <summary>Registers them; they hold no state but the versions in memory.</summary>
    public static IServiceCollection AddRateCards(this IServiceCollection services)
    {
        services.AddOptions<RateCardOptions>()
            .BindConfiguration(RateCardOptions.Section)
            .Validate(o => o.MarginFloorPercent is >= 0 and <= 99.9m, "RateCards:MarginFloorPercent must be 0 to 99.9.")
            .ValidateOnStart();
        services.TryAddSingleton<RateCardCache>();
        services.TryAddSingleton<PublishedVersions>();
        services.TryAddSingleton<ActorNames>();
        services.TryAddSingleton<OutboxBell>();

        return services
            .AddSingleton<CurrentVersion>()
            .AddSingleton<ReadRateCard>()
            .AddSingleton<RateCardQueries>()
            .AddSingleton<GetDraft>()
            .AddSingleton<ChangeDraftRow>()
            .AddSingleton<MoveDraft>()
            .AddSingleton<DiscardDraft>()
            .AddSingleton<VersionNews>()
            .AddSingleton<VersionPublisher>()
            .AddSingleton<PublishRateCard>()
            .AddSingleton<TestPrice>()
            .AddSingleton<RollBackRateCard>()
            .AddSingleton<FormerAgents>()
            .AddSingleton<ChangeAgent>()
            .AddSingleton<CancelScheduledVersion>()
            .AddSingleton<VersionEarningsQueries>()
            .AddSingleton<VersionQueries>()
            .AddSingleton<IListExport, VersionExport>()
            .AddHostedService<ScheduleKeeper>()
            .AddSingleton<ExportRateCard>()
            .AddSingleton<PreviewImport>()
            .AddSingleton<ImportRateCard>()
            .AddTransient<OwnDraft>()
            .AddTransient<RateCardSession>();
    }

    /// <summary>Maps the endpoint from which Brigade reads the card, and the one that gives it to people as a file.</summary>
    public static void MapRateCards(this IEndpointRouteBuilder app)
    {
        app.MapRateCardEndpoint();
        app.MapRateCardExport();
    }
}
