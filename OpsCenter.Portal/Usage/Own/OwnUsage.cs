using System.Collections.Immutable;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Periods;

namespace OpsCenter.Portal.Usage.Own;

/// <summary>What a customer used in a period.</summary>
/// <param name="Span">The period and what it is compared with.</param>
/// <param name="Dimension">What it is broken down by.</param>
/// <param name="ReadAt">When it was read.</param>
/// <param name="Billing">The billing period with its counters; null for days that are none.</param>
/// <param name="Plan">The plan of that billing period; null without one.</param>
/// <param name="Stop">Why no new job may start right now; null when one may, or when nothing is billed.</param>
/// <param name="HasPlan">Whether a billing period runs now: else nothing is billed.</param>
/// <param name="Currencies">One for each currency in use; none before the first job.</param>
public sealed record OwnUsage(
    OwnSpan Span,
    OwnDimension Dimension,
    DateTimeOffset ReadAt,
    PeriodView? Billing,
    PlanVersion? Plan,
    JobStop? Stop,
    bool HasPlan,
    ImmutableArray<OwnCurrency> Currencies);
