namespace OpsCenter.Brigade.Reports;

/// <summary>Registers the spool and what empties it.</summary>
internal static class ReportsRegistration
{
    public static void AddReports(this IServiceCollection services) => services.AddSingleton<ReportSpool>();
}
