namespace OpsCenter.Domain.Billing;

/// <summary>Where included usage comes from.</summary>
public enum CreditGrantKind
{
    /// <summary>The plan includes it; for one billing period.</summary>
    Allowance,

    /// <summary>Operators gave it; for a span of time.</summary>
    Promotion,
}
