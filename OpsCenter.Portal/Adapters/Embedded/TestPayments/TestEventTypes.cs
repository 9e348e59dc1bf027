using System.Collections.Frozen;
using OpsCenter.Domain.Billing.Payments;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>How the test gateway calls its news.</summary>
internal static class TestEventTypes
{
    public const string CheckoutCompleted = "checkout.completed";
    public const string CheckoutExpired = "checkout.expired";
    public const string PaymentChanged = "payment.changed";
    public const string CardsChanged = "customer.cards_changed";
    public const string RefundChanged = "refund.changed";
    public const string DisputeChanged = "dispute.changed";

    private static readonly FrozenDictionary<string, GatewayEventKind> Kinds = new Dictionary<string, GatewayEventKind>
    {
        [CheckoutCompleted] = GatewayEventKind.CheckoutCompleted,
        [CheckoutExpired] = GatewayEventKind.CheckoutExpired,
        [PaymentChanged] = GatewayEventKind.PaymentChanged,
        [CardsChanged] = GatewayEventKind.CardsChanged,
        [RefundChanged] = GatewayEventKind.RefundChanged,
        [DisputeChanged] = GatewayEventKind.DisputeChanged,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static GatewayEventKind KindOf(string type) => Kinds.GetValueOrDefault(type, GatewayEventKind.Other);
}
