using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Subscriptions;

/// <summary>Everything that decides what a customer may do right now.</summary>
public sealed record EntitlementFacts
{
    /// <summary>Whether an operator suspended the customer.</summary>
    public required bool IsCustomerSuspended { get; init; }

    /// <summary>The customer's newest subscription; null when it never had one.</summary>
    public Subscription? Subscription { get; init; }

    /// <summary>The version it is on; null without subscription.</summary>
    public PlanVersion? Plan { get; init; }

    /// <summary>What was used in the current billing period.</summary>
    public MeterUse Use { get; init; } = MeterUse.None;

    /// <summary>What is left of allowance and promotions.</summary>
    public required Money IncludedLeft { get; init; }

    /// <summary>What the current period owes beyond them.</summary>
    public required Money Overage { get; init; }

    /// <summary>Whether one invoice with overage was ever paid: from then on nothing caps it.</summary>
    public bool HasPaidOverage { get; init; }

    /// <summary>The cap that an operator set; it holds until it is removed. Null: the one of the rule.</summary>
    public Money? SetOverageCap { get; init; }

    /// <summary>The customer's own budget; null for none.</summary>
    public SpendingLimit? Budget { get; init; }
}
