using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>A dispute in the memory of the test gateway.</summary>
internal sealed record TestDispute(string Id, string Payment, decimal Amount, string Currency, GatewayDisputeState State)
{
    public GatewayDispute ToDispute() => new(Id, Payment, new Money(Amount, Domain.Monetary.Currency.Of(Currency)), "fraudulent", State);
}
