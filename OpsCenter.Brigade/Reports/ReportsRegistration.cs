namespace OpsCenter.Brigade.Reports;

/// <summary>Registers the spool and what empties it.</summary>
internal static class ReportsRegistration
{
    public static void AddReports(this IServiceCollection services)
    {
        services.AddSingleton(new SpoolOptions());
        services.AddSingleton<ReportSpool>();
        services.AddSingleton<DeadLetters>();
        services.AddSingleton<ReportClient>();
        services.AddSingleton<ReportJudge>();
        services.AddSingleton<ReporterNotes>();
        services.AddSingleton<Reporter>();
        services.AddHostedService<ReporterService>();
    }
}
