using OpsCenter.Domain.Billing.Payments;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>A saved card in the memory of the test gateway: what it does, never its number.</summary>
internal sealed record TestCard(
    string Id, string Customer, TestCardBehaviour Behaviour, string Brand, string Last4, int ExpMonth, int ExpYear, bool WasAuthenticated, bool IsRemoved)
{
    public GatewayCard ToCard(TestCustomer owner) => new(Id, Customer, Brand, Last4, ExpMonth, ExpYear, owner.DefaultCard == Id);
}
