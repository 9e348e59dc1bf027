using FluentAssertions;
using OpsCenter.Domain.Accounts;
using Xunit;

namespace OpsCenter.Portal.Tests.Billing.Payments;

/// <summary>Which letters a customer gets about money.</summary>
public sealed class MailTests(PaymentsFixture fixture) : IClassFixture<PaymentsFixture>
{
    [Fact]
    public async Task A_failure_is_told_with_the_day_of_the_next_try_and_a_payment_with_its_amount()
    {
        var owner = await CustomerAsync("a@example.com");
        await fixture.AddCardAsync(owner, "4000000000000341");
        var day = fixture.Clock.GetUtcNow().AddDays(1);
        await fixture.InvoiceAsync(owner, 7m);

        await fixture.RunAsync();

        Letters("a@example.com").Should().SatisfyRespectively(
            failed => failed.Should().StartWith("A payment failed: ").And.Contain("$7.00").And.Contain("Your card was declined.").And.Contain($"{day:d MMMM yyyy}").And.Contain("no money moved"));
    }

    [Fact]
    public async Task A_card_that_wants_the_person_is_told_so()
    {
        var owner = await CustomerAsync("b@example.com");
        await fixture.AddCardAsync(owner, "4000002760003184");
        await fixture.InvoiceAsync(owner, 7m);

        await fixture.RunAsync();

        Letters("b@example.com").Should().ContainSingle().Which.Should().StartWith("A payment needs you: ");
    }

    [Fact]
    public async Task The_stop_of_new_jobs_is_told_when_it_comes_unless_everything_was_paid_before()
    {
        var (unpaid, paid) = (await CustomerAsync("c@example.com"), await CustomerAsync("d@example.com"));
        await fixture.AddCardAsync(unpaid, "4000000000000341");
        await fixture.AddCardAsync(paid, "4000000000000341");
        await fixture.InvoiceAsync(unpaid, 7m);
        var invoice = await fixture.InvoiceAsync(paid, 7m);
        await fixture.RunAsync();
        await fixture.AddCardAsync(paid, PaymentsFixture.Good);
        await fixture.ChargeAsync(invoice);
        await fixture.RunAsync();

        fixture.Clock.Advance(TimeSpan.FromDays(14));
        await fixture.RunAsync();

        Letters("c@example.com").Should().Contain(letter => letter.StartsWith("New jobs have stopped", StringComparison.Ordinal));
        Letters("d@example.com").Should().NotContain(letter => letter.StartsWith("New jobs have stopped", StringComparison.Ordinal))
            .And.Contain(letter => letter.StartsWith("Payment received: $7.00", StringComparison.Ordinal));
    }

    private async Task<Actor.User> CustomerAsync(string email)
    {
        var owner = await fixture.SubscriberAsync();
        await fixture.ExecuteAsync("update billing_accounts set email = $2 where organization_id = $1", PaymentsFixture.OrganizationOf(owner), email);

        return owner;
    }

    private List<string> Letters(string to) => [.. fixture.Mailer.Sent.Where(mail => mail.To.Contains(to)).Select(mail => $"{mail.Subject}: {mail.Text}")];
}
