using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Usage.Corrections;
using OpsCenter.Portal.Usage.Jobs;
using OpsCenter.Portal.Usage.Pages;
using OpsCenter.Portal.Usage.Rollups;

namespace OpsCenter.Portal.Usage.Receipts;

/// <summary>What the pages about jobs need.</summary>
public static class ReceiptsRegistration
{
    /// <summary>Registers lists, receipts and corrections; the database, customers and rate cards must be registered as well.</summary>
    public static IServiceCollection AddReceipts(this IServiceCollection services) => services
        .AddSingleton<JobQueries>()
        .AddSingleton<JobChoiceQueries>()
        .AddSingleton<RecentUseQueries>()
        .AddSingleton<IListExport, JobExport>()
        .AddSingleton<Recomputation>()
        .AddSingleton<RecomputeJob>()
        .AddSingleton<ReceiptQueries>()
        .AddSingleton<CorrectionPoster>()
        .AddSingleton<VoidJob>()
        .AddSingleton<RepriceJob>()
        .AddSingleton<VerifyRollups>()
        .AddScoped<CorrectionDialogs>();
}
