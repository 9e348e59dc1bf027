using FluentAssertions;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Adapters.Embedded.TestPayments;
using OpsCenter.Portal.Tests.Billing.Payments;
using Xunit;

namespace OpsCenter.Portal.Tests.Adapters.Embedded.TestPayments;

/// <summary>Every published test card does what its publisher says: when it is saved, when it pays on the page, and when it is charged later.</summary>
public sealed class TestCardTests(PaymentsFixture fixture) : IClassFixture<PaymentsFixture>
{
    private const string Declined = "Your card was declined.";
    private const string Asks = "asks";
    private const string Ok = "ok";

    // Number; saving it; paying with it on the page; what becomes of a later charge to it (– when it cannot be saved).
    [Theory]
    [InlineData("4242424242424242", Ok, Ok, "")]
    [InlineData("5555 5555 5555 4444", Ok, Ok, "")]
    [InlineData("378282246310005", Ok, Ok, "")]
    [InlineData("4000000000000002", Declined, Declined, "–")]
    [InlineData("4000000000009995", "Your card has insufficient funds.", "Your card has insufficient funds.", "–")]
    [InlineData("4000000000009987", Declined, Declined, "–")]
    [InlineData("4000000000009979", Declined, Declined, "–")]
    [InlineData("4000000000000069", "Your card has expired.", "Your card has expired.", "–")]
    [InlineData("4000000000000127", "Your card's security code is incorrect.", "Your card's security code is incorrect.", "–")]
    [InlineData("4000000000000119", "An error occurred while processing your card. Try again in a little bit.", "An error occurred while processing your card. Try again in a little bit.", "–")]
    [InlineData("4242424242424241", "Your card number is incorrect.", "Your card number is incorrect.", "–")]
    [InlineData("4000000000000341", Ok, Declined, "generic_decline")]
    [InlineData("4000002500003155", Asks, Asks, "")]
    [InlineData("4000002760003184", Asks, Asks, "authentication_required")]
    [InlineData("4000008260003178", Asks, "asks, then Your card has insufficient funds.", "authentication_required")]
    [InlineData("4111111111111111", "This is test mode, in which only test cards work. Your card was not charged.", "This is test mode, in which only test cards work. Your card was not charged.", "–")]
    public async Task A_published_card_does_what_is_published(string number, string saving, string paying, string later)
    {
        var id = Guid.CreateVersion7(fixture.Clock.GetUtcNow());
        var gateway = fixture.Get<TestGateway>();
        var customer = await gateway.CreateCustomerAsync(new GatewayCustomer(id, "Acme", ""), $"card-{id}", CancellationToken.None);

        (await UseAsync(customer, number, null)).Should().Be(saving);
        var saved = await gateway.ListCardsAsync(customer, CancellationToken.None);
        (await UseAsync(customer, number, new Money(19, Currency.Usd))).Should().Be(paying);

        if (later == "–")
        {
            saved.Should().BeEmpty();
            return;
        }

        var charge = await gateway.ChargeAsync(
            new CardCharge(id, customer, saved.Single().Id, new Money(5, Currency.Usd), "Invoice"), $"charge-{id}", CancellationToken.None);
        (charge.Failure?.Code ?? "").Should().Be(later);
        charge.State.Should().Be(later == "" ? GatewayPaymentState.Succeeded : GatewayPaymentState.Failed);
    }

    [Theory]
    [InlineData("", "12/34", "123", "Sam", "Number")]
    [InlineData("4242424242424242", "13/34", "123", "Sam", "Expiry")]
    [InlineData("4242424242424242", "05/26", "123", "Sam", "Expiry")]
    [InlineData("4242424242424242", "12/34", "12", "Sam", "Cvc")]
    [InlineData("378282246310005", "12/34", "123", "Sam", "Cvc")]
    [InlineData("4242424242424242", "12/34", "123", " ", "Holder")]
    public void What_is_typed_wrongly_is_named(string number, string expiry, string cvc, string holder, string field) =>
        CardEntryRules.ProblemsOf(new CardEntry { Number = number, Expiry = expiry, Cvc = cvc, Holder = holder }, PaymentsFixture.Start)
            .Keys.Should().Contain(field);

    [Fact]
    public async Task A_confirmation_that_is_refused_leaves_the_page_open_for_another_card()
    {
        var id = Guid.CreateVersion7(fixture.Clock.GetUtcNow());
        var customer = await fixture.Get<TestGateway>().CreateCustomerAsync(new GatewayCustomer(id, "Acme", ""), $"card-{id}", CancellationToken.None);
        var (desk, page) = (fixture.Get<TestCheckoutDesk>(), await OpenAsync(customer, new Money(19, Currency.Usd)));
        await desk.SubmitAsync(page, Entry("4000002760003184"), CancellationToken.None);

        var refused = await desk.ConfirmAsync(page, approves: false, CancellationToken.None);
        var twice = await desk.ConfirmAsync(page, approves: true, CancellationToken.None);
        var paid = await desk.SubmitAsync(page, Entry("4242424242424242"), CancellationToken.None);
        var after = await desk.SubmitAsync(page, Entry("4242424242424242"), CancellationToken.None);

        refused.Should().BeOfType<DeskAnswer.Declined>();
        twice.Should().BeOfType<DeskAnswer.Closed>("nothing waits for a confirmation any more");
        paid.Should().BeOfType<DeskAnswer.Completed>();
        after.Should().BeOfType<DeskAnswer.Closed>("it is paid");
    }

    private static CardEntry Entry(string number) => new() { Number = number, Expiry = "12/34", Cvc = number.StartsWith('3') ? "1234" : "123", Holder = "Sam Doe" };

    private async Task<string> OpenAsync(string customer, Money? amount)
    {
        var now = fixture.Clock.GetUtcNow();
        var order = new CheckoutOrder(Guid.CreateVersion7(now), customer, amount, "Test", PaymentsFixture.Portal, PaymentsFixture.Portal, now.AddHours(1));

        return (await fixture.Get<TestGateway>().OpenCheckoutAsync(order, $"page-{order.CheckoutId}", CancellationToken.None)).Id;
    }

    private async Task<string> UseAsync(string customer, string number, Money? amount)
    {
        var desk = fixture.Get<TestCheckoutDesk>();
        var page = await OpenAsync(customer, amount);
        var answer = await desk.SubmitAsync(page, Entry(number), CancellationToken.None);

        return answer is DeskAnswer.Authenticate
            ? Words(await desk.ConfirmAsync(page, approves: true, CancellationToken.None)) is var then && then == Ok ? Asks : $"{Asks}, then {then}"
            : Words(answer);
    }

    private static string Words(DeskAnswer answer) => answer switch
    {
        DeskAnswer.Completed => Ok,
        DeskAnswer.Declined declined => declined.Message,
        DeskAnswer.Invalid invalid => string.Join(" ", invalid.Problems.Values),
        _ => answer.GetType().Name,
    };
}
