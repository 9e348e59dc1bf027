using FluentAssertions;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Support;
using OpsCenter.Portal.Tests.Usage.Holds;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Usage.Corrections;
using OpsCenter.Portal.Usage.Credits;
using OpsCenter.Portal.Usage.Receipts;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Credits;

public sealed class GiveCreditTests(HoldsFixture fixture) : IClassFixture<HoldsFixture>
{
    [Fact]
    public async Task A_credit_is_a_ledger_entry_of_its_own_with_an_audit_row_and_moves_no_roll_up()
    {
        var customer = await fixture.CreateCustomerAsync("Credited");
        var input = Input(customer, 12.5m);

        (await GiveAsync(input)).Should().BeOfType<GiveCreditOutcome.Given>();

        (await fixture.ScalarAsync<string>(
            "select concat_ws(' ', kind, seq, trim_scale(total), trim_scale(cost), currency, rate_card_version, reason) from ledger_entries where event_id = $1", input.Id))
            .Should().Be("credit 1 -12.5 0 USD An outage on our side");
        (await fixture.ScalarAsync<string>("select after ->> 'amount' from audit_entries where action = 'credit.given' and subject_id = $1", input.Id.ToString()))
            .Should().Be("12.5");
        var list = await fixture.Get<CreditQueries>().OfAsync(JobsFixture.Admin, customer, CancellationToken.None);
        (list.Count, list.Totals.Single().Amount, list.Newest.Single().Reason).Should().Be((1, 12.5m, "An outage on our side"));
        await RollupCheck.ShouldHoldAsync(fixture.Database);
    }

    [Fact]
    public async Task Pressed_twice_it_is_given_once()
    {
        var customer = await fixture.CreateCustomerAsync("Pressed twice");
        var input = Input(customer, 3m);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => GiveAsync(input))));

        outcomes.Should().AllBeOfType<GiveCreditOutcome.Given>();
        (await fixture.ScalarAsync<long>("select count(*) from ledger_entries where organization_id = $1", customer)).Should().Be(1);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1000000.01")]
    [InlineData("0.0000000000001")]
    public async Task An_amount_that_cannot_be_given_is_refused(string amount) =>
        (await GiveAsync(Input(fixture.Acme, decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)))).Should().BeOfType<GiveCreditOutcome.AmountRefused>();

    [Fact]
    public async Task A_credit_needs_a_reason_and_a_customer()
    {
        (await GiveAsync(Input(fixture.Acme, 1m) with { Reason = " " })).Should().BeOfType<GiveCreditOutcome.ReasonRefused>();
        (await GiveAsync(Input(Guid.CreateVersion7(fixture.Clock.GetUtcNow()), 1m))).Should().BeOfType<GiveCreditOutcome.Refused>();
    }

    [Fact]
    public async Task A_job_is_credited_once_with_no_more_than_its_price_and_then_not_voided()
    {
        var job = await fixture.RecordAsync("openai:gpt-4"); // 0.0375 + 0.008 + 0.02

        (await GiveAsync(Input(fixture.Acme, 0.0656m) with { JobEventId = job })).Should().BeOfType<GiveCreditOutcome.AmountRefused>();
        (await GiveAsync(Input(fixture.Globex, 0.0655m) with { JobEventId = job })).Should().BeOfType<GiveCreditOutcome.Refused>("it is another customer's");
        (await GiveAsync(Input(fixture.Acme, 0.0655m) with { JobEventId = job })).Should().BeOfType<GiveCreditOutcome.Given>();
        (await GiveAsync(Input(fixture.Acme, 0.0655m) with { JobEventId = job })).Should().BeOfType<GiveCreditOutcome.Refused>("it was credited");

        var voided = await fixture.Get<VoidJob>().PreviewAsync(JobsFixture.Admin, job, CancellationToken.None);
        voided.Should().BeOfType<CorrectionOutcome.Refused>().Which.Refusal.Should().Be(CorrectionRefusal.AlreadyCredited);
        (await fixture.Get<ReceiptQueries>().FindAsync(JobsFixture.Admin, job, CancellationToken.None))!.Credited!.Value.Amount.Should().Be(0.0655m);
    }

    [Fact]
    public async Task A_credit_and_a_void_at_once_give_the_money_back_once()
    {
        for (var round = 0; round < 5; round++)
        {
            var job = await fixture.RecordAsync("openai:gpt-4");

            await Task.WhenAll(
                Task.Run(() => GiveAsync(Input(fixture.Acme, 0.0655m) with { JobEventId = job })),
                Task.Run(() => fixture.Get<VoidJob>().HandleAsync(JobsFixture.Admin, new CorrectionRequest(job, 1, "twice"), CancellationToken.None)));

            (await fixture.ScalarAsync<decimal>(
                "select sum(total) from ledger_entries where event_id = $1 or event_id in (select id from credits where job_event_id = $1)", job)).Should().Be(0m);
        }
    }

    [Fact]
    public async Task What_is_given_is_never_edited()
    {
        await GiveAsync(Input(fixture.Acme, 1m));

        var act = () => fixture.ExecuteAsync("update credits set amount = 2");

        await act.Should().ThrowAsync<PostgresException>();
    }

    [Theory]
    [InlineData(PlatformRole.Finance)]
    [InlineData(PlatformRole.Support)]
    public async Task Who_reads_only_gives_nothing(PlatformRole role)
    {
        var act = () => fixture.Get<GiveCredit>().HandleAsync(JobsFixture.Admin with { PlatformRole = role }, Input(fixture.Acme, 1m), CancellationToken.None);

        await act.Should().ThrowAsync<AccessDeniedException>();
    }

    [Fact]
    public async Task A_customer_reads_no_credits_of_others()
    {
        var act = () => fixture.Get<CreditQueries>().OfAsync(JobsFixture.MemberOf(fixture.Globex), fixture.Acme, CancellationToken.None);

        await act.Should().ThrowAsync<AccessDeniedException>();
    }

    private Task<GiveCreditOutcome> GiveAsync(GiveCreditInput input) =>
        fixture.Get<GiveCredit>().HandleAsync(JobsFixture.Admin, input, CancellationToken.None);

    private GiveCreditInput Input(Guid customer, decimal amount) =>
        new(Guid.CreateVersion7(fixture.Clock.GetUtcNow()), customer, amount, "An outage on our side");
}
