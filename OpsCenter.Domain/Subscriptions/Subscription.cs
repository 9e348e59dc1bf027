namespace OpsCenter.Domain.Subscriptions;

/// <summary>The facts of a customer's subscription. Its status is worked out from them and the time, never stored.</summary>
public sealed record Subscription
{
    /// <summary>Identity, version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The customer; it has at most one subscription that has not ended.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The version of the plan it is on.</summary>
    public required Guid PlanVersionId { get; init; }

    /// <summary>How often the plan's price is paid.</summary>
    public required BillingInterval Interval { get; init; }

    /// <summary>When it was chosen.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its first payment came; null while that is outstanding.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Where its billing periods are counted from: the UTC day of the start, or later when an earlier subscription ended on that day.</summary>
    public DateTimeOffset? AnchorAt { get; init; }

    /// <summary>The number of the billing period from which paid terms are counted: 1, or the first one after the interval changed.</summary>
    public int TermFrom { get; init; } = 1;

    /// <summary>When a trial ends, to the second; null for a plan that renews.</summary>
    public DateTimeOffset? TrialEndsAt { get; init; }

    /// <summary>The version it changes to when the current period ends; null for none.</summary>
    public Guid? NextPlanVersionId { get; init; }

    /// <summary>The interval it changes to at the same time.</summary>
    public BillingInterval? NextInterval { get; init; }

    /// <summary>When it ends because the customer cancelled; null while it renews.</summary>
    public DateTimeOffset? CancelAt { get; init; }

    /// <summary>Why, in the customer's words.</summary>
    public string? CancelReason { get; init; }

    /// <summary>Since when an invoice is unpaid after its payment failed; null when nothing is.</summary>
    public DateTimeOffset? PastDueSince { get; init; }

    /// <summary>When it ended; null while it has not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it ended, for operators.</summary>
    public string? EndReason { get; init; }
}
