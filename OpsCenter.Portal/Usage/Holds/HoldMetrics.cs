using System.Diagnostics.Metrics;
using OpsCenter.Portal.Hosting;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>
/// Shows what waits: <c>opscenter_holds_open</c>, <c>opscenter_holds_exposure</c>, <c>opscenter_holds_oldest_age_seconds</c>. Every instance shows
/// the same, at most half a minute old.
/// </summary>
public sealed class HoldMetrics
{
    private HoldSummary latest = new(0, Exposure: null, OldestHeldAt: null);

    /// <summary>Makes the instruments in the meter of holds.</summary>
    public HoldMetrics(IMeterFactory meters, TimeProvider clock)
    {
        var meter = meters.Create($"{TelemetryRegistration.OwnNames}Holds");
        meter.CreateObservableGauge("opscenter.holds.open", () => latest.Count, description: "Jobs that wait for a price or a customer");
        meter.CreateObservableGauge(
            "opscenter.holds.exposure",
            () => (double)(latest.Exposure?.Amount ?? 0),
            description: "Estimate of what they will cost the customers, in the currency of the rate card");
        meter.CreateObservableGauge(
            "opscenter.holds.oldest.age",
            () => latest.OldestHeldAt is { } since ? Math.Max(0, (clock.GetUtcNow() - since).TotalSeconds) : 0,
            unit: "s",
            description: "How long the oldest of them waits");
    }

    /// <summary>Shows a summary from now on.</summary>
    public void Show(HoldSummary summary) => latest = summary;
}
