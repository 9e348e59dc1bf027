using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>A payment in the memory of the test gateway.</summary>
internal sealed record TestPayment(
    string Id, Guid? PaymentId, string Customer, string Card, decimal Amount, string Currency, decimal Refunded, PaymentFailure? Failure)
{
    public GatewayPayment ToPayment() => new(
        Id, PaymentId, Customer, Card, new Money(Amount, Domain.Monetary.Currency.Of(Currency)),
        Failure is null ? GatewayPaymentState.Succeeded : GatewayPaymentState.Failed, Failure);
}
