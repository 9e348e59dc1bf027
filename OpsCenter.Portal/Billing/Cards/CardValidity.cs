namespace OpsCenter.Portal.Billing.Cards;

/// <summary>Whether a card can be charged.</summary>
public enum CardValidity
{
    /// <summary>For more than a month.</summary>
    Good,

    /// <summary>Its last day is near.</summary>
    ExpiresSoon,

    /// <summary>No longer.</summary>
    Expired,
}
