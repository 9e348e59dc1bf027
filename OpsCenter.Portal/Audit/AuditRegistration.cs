using OpsCenter.Portal.Shell.Exports;

namespace OpsCenter.Portal.Audit;

/// <summary>Registers what reads, seals and verifies the audit trail.</summary>
public static class AuditRegistration
{
    /// <summary>Adds queries, the verification and the sealer; the database, accounts and customers must be registered as well.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<AuditQueries>()
        .AddSingleton<VerifyAuditTrail>()
        .AddSingleton<IListExport, AuditExport>()
        .AddSingleton<AuditSealer>()
        .AddHostedService<AuditSealWorker>();
}
