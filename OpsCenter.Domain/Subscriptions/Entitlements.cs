using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Subscriptions;

/// <summary>What a customer may do right now, and what is left of it.</summary>
/// <param name="Status">Status of the subscription; null when there never was one.</param>
/// <param name="Plan">The plan whose features are in force; null when none is.</param>
/// <param name="OverageCap">What may be owed beyond the included usage of a period; null for no cap, or when no overage is possible.</param>
/// <param name="Stop">Why no new job may start; null when one may.</param>
/// <param name="Left">What is left right now; null without a plan.</param>
public sealed record Entitlements(SubscriptionStatus? Status, PlanVersion? Plan, Money? OverageCap, JobStop? Stop, EntitlementsLeft? Left)
{
    private const int SeatsWithoutPlan = 1;

    private static readonly MeterLimits NoLimits = new(null, null, null, null);

    /// <summary>Whether new jobs may start.</summary>
    public bool MayStartJobs => Stop is null;

    /// <summary>Whether the customer may use provider keys of its own.</summary>
    public bool Byok => Plan is { Byok: true };

    /// <summary>Whether the customer may export its audit trail.</summary>
    public bool AuditExport => Plan is { AuditExport: true };

    /// <summary>How many members the organisation may have.</summary>
    public int Seats => Plan?.Seats ?? SeatsWithoutPlan;

    /// <summary>Thresholds of a billing period.</summary>
    public MeterLimits Limits => Plan?.Limits ?? NoLimits;

    /// <summary>Whether the thresholds stop new jobs; else they warn.</summary>
    public bool LimitsStop => Plan is { LimitsStop: true };

    /// <summary>Ceiling of a job's price; null for none of the plan's own.</summary>
    public Money? MaxJobCost => Plan?.MaxJobCost;
}
