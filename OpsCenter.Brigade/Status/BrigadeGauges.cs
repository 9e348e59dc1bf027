using System.Diagnostics.Metrics;
using OpsCenter.Brigade.Cards;
using OpsCenter.Brigade.Reports;

namespace OpsCenter.Brigade.Status;

/// <summary>
/// Shows how things stand: <c>opscenter_brigade_spooled_reports</c>, <c>opscenter_brigade_spool_age_seconds</c>,
/// <c>opscenter_brigade_dead_letters</c>, <c>opscenter_brigade_card_version</c> and <c>opscenter_brigade_card_stale</c>.
/// </summary>
internal sealed class BrigadeGauges
{
    public BrigadeGauges(IMeterFactory meters, ReportSpool spool, DeadLetters deadLetters, CurrentCard card, TimeProvider clock)
    {
        var meter = meters.Create(StatusRegistration.OwnMeters);
        meter.CreateObservableGauge("opscenter.brigade.spooled.reports", () => spool.Count, description: "Reports that Ops-Center has not acknowledged");
        meter.CreateObservableGauge(
            "opscenter.brigade.spool.age",
            () => spool.OldestSpooledAt is { } oldest ? Math.Max(0, (clock.GetUtcNow() - oldest).TotalSeconds) : 0,
            unit: "s",
            description: "Age of the oldest of them");
        meter.CreateObservableGauge("opscenter.brigade.dead.letters", () => deadLetters.Count, description: "Reports that were refused for good");
        meter.CreateObservableGauge("opscenter.brigade.card.version", () => card.InUse?.Card.Version ?? 0, description: "Version of the rate card in use; 0: none");
        meter.CreateObservableGauge(
            "opscenter.brigade.card.stale", () => card.InUse is { Stale: false } ? 0 : 1, description: "1 while Ops-Center cannot be asked for a newer one");
    }
}
