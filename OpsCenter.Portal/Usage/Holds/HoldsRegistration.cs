using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Usage.Holds.Pages;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>Registers what resolves holds.</summary>
public static class HoldsRegistration
{
    /// <summary>Adds queries, commands and the worker; the database, customers, rate cards and receipts must be registered as well.</summary>
    public static IServiceCollection AddHolds(this IServiceCollection services) => services
        .AddSingleton<HoldPrices>()
        .AddSingleton<HoldStories>()
        .AddSingleton<HoldDesk>()
        .AddSingleton<HoldQueries>()
        .AddSingleton<IListExport, HoldExport>()
        .AddSingleton<HoldMetrics>()
        .AddSingleton<PriceHolds>()
        .AddSingleton<AssignHolds>()
        .AddSingleton<ApproveHoldPrices>()
        .AddSingleton<WriteOffHolds>()
        .AddScoped<HoldDialogs>()
        .AddHostedService<HoldWorker>();
}
