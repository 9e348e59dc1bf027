using System.Collections.Immutable;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Domain.Usage.Pricing;

/// <summary>What can be done with a held job by the versions there are.</summary>
public abstract record HoldDecision
{
    private HoldDecision()
    {
    }

    /// <summary>No version in force knows everything.</summary>
    /// <param name="Missing">What the newest one lacks; when several versions together would know all of it, that is still something.</param>
    public sealed record Waits(ImmutableArray<HoldCause> Missing) : HoldDecision;

    /// <summary>It can be charged without asking.</summary>
    /// <param name="Card">The version that prices it.</param>
    /// <param name="Price">What it costs.</param>
    public sealed record Charges(RateCard Card, JobPrice Price) : HoldDecision;

    /// <summary>It can be charged once an operator approves.</summary>
    /// <param name="Card">The version that would price it.</param>
    /// <param name="Price">What it would cost.</param>
    public sealed record Proposes(RateCard Card, JobPrice Price) : HoldDecision;
}
