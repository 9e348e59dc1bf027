using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Usage.Corrections;
using OpsCenter.Portal.Usage.Jobs;
using OpsCenter.Portal.Usage.Receipts;
using Xunit;

namespace OpsCenter.Portal.Tests.Billing;

public sealed class WhoPaysTests(BillingFixture fixture) : IClassFixture<BillingFixture>
{
    private static readonly Actor.User Admin = new(Guid.Parse("0199c1f2-0000-7000-8000-0000000000aa"), PlatformRole.Admin, null, null);

    [Fact]
    public async Task A_receipt_splits_what_included_usage_pays_from_what_is_charged_and_names_the_period()
    {
        fixture.Clock.AdjustTime(BillingFixture.Start);
        var customer = await fixture.SubscriberAsync("starter");
        await fixture.UseAsync(customer, 300);

        var job = await fixture.UseAsync(customer, 100);

        // 13.65 of 15 were used before: 1.35 of 4.55 are covered.
        (await ReceiptAsync(job)).Billing.Should().Be(new ReceiptBilling(Usd(1.35m), Usd(3.20m), new DateOnly(2026, 6, 1)));
        await fixture.Get<VoidJob>().HandleAsync(Admin, new CorrectionRequest(job, 1, "A mistake"), CancellationToken.None);
        (await ReceiptAsync(job)).Billing.Should().Be(new ReceiptBilling(Usd(0m), Usd(0m), new DateOnly(2026, 6, 1)));
    }

    [Fact]
    public async Task A_job_without_a_subscription_is_billed_to_nobody_also_when_one_comes_and_operators_can_list_it()
    {
        fixture.Clock.AdjustTime(BillingFixture.Start);
        var customer = await fixture.CustomerAsync();
        var job = await fixture.UseAsync(customer, 10);
        await fixture.SubscribeAsync(customer, "starter");
        var billed = await fixture.UseAsync(customer, 10);
        await fixture.Get<VoidJob>().HandleAsync(Admin, new CorrectionRequest(job, 1, "A mistake"), CancellationToken.None);

        var list = await fixture.Get<JobQueries>().ListAsync(
            Admin, new JobFilter { CustomerId = customer, IsUnbilled = true }, cursor: null, pageSize: 20, CancellationToken.None);

        (await ReceiptAsync(job)).Billing!.Period.Should().BeNull();
        (await ReceiptAsync(billed)).Billing!.Period.Should().Be(new DateOnly(2026, 6, 1));
        list.Rows.Should().ContainSingle().Which.EventId.Should().Be(job);
        (await fixture.ScalarAsync<decimal>("select sum(llm_fee + agent_fee) from billing_periods where organization_id = $1", customer)).Should().Be(0.455m);
    }

    private static Money Usd(decimal amount) => new(amount, Currency.Usd);

    private async Task<Receipt> ReceiptAsync(Guid job) =>
        await fixture.Get<ReceiptQueries>().FindAsync(Admin, job, CancellationToken.None) ?? throw new InvalidOperationException("There is no such job.");
}
