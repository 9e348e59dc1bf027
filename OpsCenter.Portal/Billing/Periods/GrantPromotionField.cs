namespace OpsCenter.Portal.Billing.Periods;

/// <summary>What is asked for when included usage is given.</summary>
public enum GrantPromotionField
{
    /// <summary>How much.</summary>
    Amount,

    /// <summary>How long.</summary>
    Days,

    /// <summary>Why.</summary>
    Reason,
}
