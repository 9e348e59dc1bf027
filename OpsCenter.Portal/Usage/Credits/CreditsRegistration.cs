using OpsCenter.Portal.Shell.Exports;

namespace OpsCenter.Portal.Usage.Credits;

/// <summary>What gives and shows credits.</summary>
public static class CreditsRegistration
{
    /// <summary>Registers them; the database, customers and rate cards must be registered as well.</summary>
    public static IServiceCollection AddCredits(this IServiceCollection services) => services
        .AddSingleton<GiveCredit>()
        .AddSingleton<CreditQueries>()
        .AddSingleton<IListExport, CreditExport>();
}
