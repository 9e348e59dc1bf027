namespace OpsCenter.Domain.Billing.Payments;

/// <summary>What news from the payment provider is about.</summary>
public enum GatewayEventKind
{
    /// <summary>A hosted page was completed.</summary>
    CheckoutCompleted,

    /// <summary>A hosted page was closed before.</summary>
    CheckoutExpired,

    /// <summary>A payment succeeded or failed.</summary>
    PaymentChanged,

    /// <summary>A customer's cards, or which one is the default; the object is the customer.</summary>
    CardsChanged,

    /// <summary>A refund succeeded or failed.</summary>
    RefundChanged,

    /// <summary>A dispute was opened or decided.</summary>
    DisputeChanged,

    /// <summary>Anything else; nothing is done about it.</summary>
    Other,
}
