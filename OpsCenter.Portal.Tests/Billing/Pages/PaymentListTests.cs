using Bunit;
using FluentAssertions;
using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Billing.Pages;
using Xunit;

namespace OpsCenter.Portal.Tests.Billing.Pages;

/// <summary>What a customer reads about payments, state by state.</summary>
public sealed class PaymentListTests : BunitContext
{
    private static readonly BilledPayment Paid = new()
    {
        Id = Guid.Empty,
        CreatedAt = BillingFixture.Start,
        Amount = new Money(19m, Currency.Usd),
        Allocated = new Money(19m, Currency.Usd),
        Refunded = Money.Zero(Currency.Usd),
        State = BilledPaymentState.Succeeded,
        Automatic = false,
        Card = "Visa ending in 4242",
    };

    [Fact]
    public void No_payment_is_said_in_words() => TextOf().Should().Contain("No payment was tried yet.");

    [Fact]
    public void A_payment_names_card_part_refund_and_dispute() => TextOf(Paid with
    {
        Allocated = new Money(9m, Currency.Usd),
        Refunded = new Money(5m, Currency.Usd),
        Dispute = DisputeState.Open,
    }).Should().ContainAll("Succeeded", "$19.00", "Visa ending in 4242", "$9.00 of it pays this invoice.", "$5.00 of it went back to the card.", "the card's bank looks into it");

    [Theory]
    [InlineData("insufficient_funds", "not enough funds")]
    [InlineData("expired_card", "expired")]
    [InlineData("lost_card", "not tried again")]
    [InlineData("authentication_required", "Pay now")]
    [InlineData("no_card", "no card to charge")]
    [InlineData("do_not_honor", "Your card was declined. Retry, or pay with another card.")]
    public void A_failure_says_what_to_do(string code, string said)
    {
        var failed = Paid with { State = BilledPaymentState.Failed, FailureCode = code, FailureMessage = "Your card was declined.", Allocated = Money.Zero(Currency.Usd) };

        TextOf(failed).Should().Contain("Failed").And.Contain(said).And.NotContain(code);
    }

    [Fact]
    public void A_bank_that_wants_its_customer_is_told_as_such() =>
        TextOf(Paid with { State = BilledPaymentState.ActionRequired }).Should().ContainAll("Needs you", "wants you to confirm");

    private string TextOf(params BilledPayment[] payments) =>
        string.Join(' ', Render<PaymentList>(list => list.Add(l => l.Payments, payments)).Nodes.Select(node => node.TextContent)).ReplaceLineEndings(" ");
}
