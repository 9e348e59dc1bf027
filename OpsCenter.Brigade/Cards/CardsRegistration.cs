namespace OpsCenter.Brigade.Cards;

/// <summary>Registers what fetches and keeps the rate card, and what asks about customers.</summary>
internal static class CardsRegistration
{
    public static void AddCards(this IServiceCollection services)
    {
        services.AddSingleton<CurrentCard>();
        services.AddSingleton<CardClient>();
        services.AddSingleton<CardFile>();
        services.AddSingleton<CardAdopter>();
        services.AddSingleton<CardRefresher>();
        services.AddHostedService<CardKeeper>();
        services.AddSingleton<CustomerClient>();
    }
}
