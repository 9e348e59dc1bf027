using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.RateCards.Pages;

namespace OpsCenter.Portal.RateCards;

/// <summary>The rate card's queries and commands.</summary>
public static class RateCardRegistration
{
    /// <summary>Registers them; they hold no state but the versions in memory.</summary>
    public static IServiceCollection AddRateCards(this IServiceCollection services) => services
        .AddSingleton<RateCardCache>()
        .AddSingleton<RateCardReader>()
        .AddSingleton<RateCardQueries>()
        .AddSingleton<ActorNames>()
        .AddSingleton<GetDraft>()
        .AddSingleton<ChangeDraftRow>()
        .AddSingleton<MoveDraft>()
        .AddSingleton<DiscardDraft>()
        .AddSingleton<PublishRateCard>()
        .AddTransient<RateCardSession>();
}
