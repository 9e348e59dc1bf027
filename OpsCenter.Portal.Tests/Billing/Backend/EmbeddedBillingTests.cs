using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Portal.Tests.Contracts;
using Xunit;

namespace OpsCenter.Portal.Tests.Billing.Backend;

/// <summary>Our own engine behind the port.</summary>
public sealed class EmbeddedBillingTests(BillingFixture fixture) : BillingBackendContract, IClassFixture<BillingFixture>
{
    protected override IBillingBackend Backend => fixture.Get<IBillingBackend>();

    protected override async Task<Guid> CustomerWithThreeInvoicesAsync()
    {
        var customer = await fixture.CustomerAsync();
        var first = await fixture.SubscribeAsync(customer, "starter") ?? throw new InvalidOperationException("There is a first invoice.");
        await fixture.PayAsync(first);
        fixture.Clock.Advance(TimeSpan.FromDays(31));
        await fixture.AdvanceAsync();
        fixture.Clock.Advance(TimeSpan.FromDays(31));
        await fixture.AdvanceAsync();
        var last = await fixture.ScalarAsync<Guid>("select id from invoices where organization_id = $1 order by issued_at desc limit 1", customer);
        await fixture.FailAsync(last, "insufficient_funds");

        return customer;
    }
}
