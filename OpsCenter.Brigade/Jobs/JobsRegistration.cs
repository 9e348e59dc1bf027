using OpsCenter.Brigade.Reports;

namespace OpsCenter.Brigade.Jobs;

/// <summary>Registers what takes jobs.</summary>
internal static class JobsRegistration
{
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(JobOptions.From(builder.Configuration));
        builder.Services.AddSingleton<KnownCustomers>();
        builder.Services.AddSingleton<JobRequestReader>();
        builder.Services.AddSingleton<JobPlanner>();
        builder.Services.AddSingleton<JobRunner>();
        builder.Services.AddSingleton<RecentJobs>();
        builder.Services.AddSingleton<IReportObserver>(services => services.GetRequiredService<RecentJobs>());
        builder.Services.AddSingleton<JobLife>();
        builder.Services.AddSingleton<JobDesk>();
        builder.Services.AddHostedService<JobMemory>();
    }
}
