using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpsCenter.Brigade.Cards;
using OpsCenter.Brigade.Reports;

namespace OpsCenter.Brigade.Status;

/// <summary>Brigade can take jobs when it has a rate card and can keep reports. Ops-Center need not be there.</summary>
internal sealed class ReadyCheck(CurrentCard card, ReportSpool spool) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        card.InUse is null ? HealthCheckResult.Unhealthy("There is no rate card yet.")
        : !spool.CanWrite() ? HealthCheckResult.Unhealthy("Reports cannot be kept.", spool.Failure)
        : HealthCheckResult.Healthy());
}
