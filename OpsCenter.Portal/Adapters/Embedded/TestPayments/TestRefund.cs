using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>A refund in the memory of the test gateway: always given back at once.</summary>
internal sealed record TestRefund(string Id, Guid RefundId, string Payment, decimal Amount, string Currency)
{
    public GatewayRefund ToRefund() => new(
        Id, RefundId, Payment, new Money(Amount, Domain.Monetary.Currency.Of(Currency)), GatewayRefundState.Succeeded, null);
}
