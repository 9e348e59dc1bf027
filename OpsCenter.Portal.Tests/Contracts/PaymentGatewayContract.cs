using FluentAssertions;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Domain.Monetary;
using Xunit;

namespace OpsCenter.Portal.Tests.Contracts;

/// <summary>What any adapter of a payment provider must do. An adapter derives from it and says how a card is saved and a page completed.</summary>
public abstract class PaymentGatewayContract
{
    private static readonly Uri Portal = new("https://ops.example.com/");

    protected abstract IPaymentGateway Gateway { get; }

    protected abstract DateTimeOffset Now { get; }

    /// <summary>Completes a hosted page with a card that works.</summary>
    protected abstract Task CompleteAsync(GatewayCheckout page);

    /// <summary>The newest event about an object, as it is posted to a webhook: body and signature.</summary>
    protected abstract Task<(byte[] Body, string Signature)> EventAboutAsync(string objectId);

    [Fact]
    public async Task One_key_makes_one_customer()
    {
        var details = new GatewayCustomer(Guid.CreateVersion7(Now), "Acme", "a@example.com");

        var first = await Gateway.CreateCustomerAsync(details, $"cus-{details.OrganizationId}", CancellationToken.None);
        var second = await Gateway.CreateCustomerAsync(details, $"cus-{details.OrganizationId}", CancellationToken.None);

        second.Should().Be(first);
    }

    [Fact]
    public async Task A_page_is_opened_once_for_a_key_found_again_and_completed_with_a_payment_and_a_card()
    {
        var order = await OrderAsync(Usd(19));
        var opened = await Gateway.OpenCheckoutAsync(order, $"c-{order.CheckoutId}", CancellationToken.None);
        var again = await Gateway.OpenCheckoutAsync(order, $"c-{order.CheckoutId}", CancellationToken.None);

        await CompleteAsync(opened);

        again.Id.Should().Be(opened.Id);
        opened.Url.Should().NotBeNull();
        opened.State.Should().Be(GatewayCheckoutState.Open);
        var done = await Gateway.FindCheckoutAsync(opened.Id, CancellationToken.None);
        done.Should().BeEquivalentTo(new { opened.Id, order.CheckoutId, order.Customer, State = GatewayCheckoutState.Completed, Url = (Uri?)null });
        var payment = await Gateway.FindPaymentAsync(done!.PaymentId!, CancellationToken.None); // completed with a payment
        payment.Should().BeEquivalentTo(new { order.Customer, Amount = Usd(19), State = GatewayPaymentState.Succeeded, PaymentId = (Guid?)null });
        (await Gateway.ListCardsAsync(order.Customer, CancellationToken.None)).Should().ContainSingle().Which.Id.Should().Be(done.Card!.Id); // and a card
    }

    [Fact]
    public async Task A_saved_card_is_charged_once_for_a_key_and_another_question_under_it_is_refused()
    {
        var (customer, card) = await SavedCardAsync();
        var charge = new CardCharge(Guid.CreateVersion7(Now), customer, card.Id, Usd(5), "Invoice 1");

        var first = await Gateway.ChargeAsync(charge, $"p-{charge.PaymentId}", CancellationToken.None);
        var again = await Gateway.ChargeAsync(charge, $"p-{charge.PaymentId}", CancellationToken.None);
        var other = () => Gateway.ChargeAsync(charge with { Amount = Usd(6) }, $"p-{charge.PaymentId}", CancellationToken.None);

        first.Should().BeEquivalentTo(new { charge.PaymentId, Customer = customer, Card = card.Id, Amount = Usd(5), State = GatewayPaymentState.Succeeded });
        again.Should().Be(first);
        (await other.Should().ThrowAsync<GatewayRefusedException>()).Which.Code.Should().Be("idempotency_error");
        (await Gateway.FindPaymentAsync(first.Id, CancellationToken.None)).Should().Be(first);
    }

    [Fact]
    public async Task A_default_is_set_and_a_removed_card_is_gone()
    {
        var (customer, card) = await SavedCardAsync();

        await Gateway.SetDefaultCardAsync(customer, card.Id, CancellationToken.None);
        var saved = await Gateway.ListCardsAsync(customer, CancellationToken.None);
        await Gateway.RemoveCardAsync(customer, card.Id, CancellationToken.None);
        await Gateway.RemoveCardAsync(customer, card.Id, CancellationToken.None);

        saved.Should().ContainSingle().Which.IsDefault.Should().BeTrue();
        (await Gateway.ListCardsAsync(customer, CancellationToken.None)).Should().BeEmpty();
        var charge = () => Gateway.ChargeAsync(new CardCharge(Guid.CreateVersion7(Now), customer, card.Id, Usd(5), "x"), $"gone-{card.Id}", CancellationToken.None);
        await charge.Should().ThrowAsync<GatewayRefusedException>();
    }

    [Fact]
    public async Task Anothers_card_is_refused()
    {
        var (_, card) = await SavedCardAsync();
        var (stranger, _) = await SavedCardAsync();

        foreach (var act in (Func<Task>[])
            [
                () => Gateway.SetDefaultCardAsync(stranger, card.Id, CancellationToken.None),
                () => Gateway.RemoveCardAsync(stranger, card.Id, CancellationToken.None),
                () => Gateway.ChargeAsync(new CardCharge(Guid.CreateVersion7(Now), stranger, card.Id, Usd(5), "x"), $"foreign-{card.Id}", CancellationToken.None),
            ])
        {
            await act.Should().ThrowAsync<GatewayRefusedException>();
        }
    }

    [Fact]
    public async Task Money_is_given_back_once_for_a_key_and_never_more_than_came()
    {
        var (customer, card) = await SavedCardAsync();
        var payment = await Gateway.ChargeAsync(new CardCharge(Guid.CreateVersion7(Now), customer, card.Id, Usd(5), "x"), $"r-{card.Id}", CancellationToken.None);
        var order = new RefundOrder(Guid.CreateVersion7(Now), payment.Id, Usd(3));

        var first = await Gateway.RefundAsync(order, $"re-{order.RefundId}", CancellationToken.None);
        var again = await Gateway.RefundAsync(order, $"re-{order.RefundId}", CancellationToken.None);
        var tooMuch = () => Gateway.RefundAsync(order with { RefundId = Guid.CreateVersion7(Now) }, $"re-{order.RefundId}-2", CancellationToken.None);

        again.Should().Be(first);
        first.Should().BeEquivalentTo(new { order.RefundId, Payment = payment.Id, Amount = Usd(3) }, options => options.ExcludingMissingMembers());
        await tooMuch.Should().ThrowAsync<GatewayRefusedException>();
    }

    [Fact]
    public async Task A_page_that_is_closed_cannot_be_completed()
    {
        var order = await OrderAsync(Usd(19));
        var opened = await Gateway.OpenCheckoutAsync(order, $"x-{order.CheckoutId}", CancellationToken.None);

        await Gateway.ExpireCheckoutAsync(opened.Id, CancellationToken.None);
        await CompleteAsync(opened);

        (await Gateway.FindCheckoutAsync(opened.Id, CancellationToken.None))!.State.Should().Be(GatewayCheckoutState.Expired); // it was opened
    }

    [Fact]
    public async Task An_event_is_believed_with_its_signature_for_five_minutes_only()
    {
        var order = await OrderAsync(Usd(19));
        var page = await Gateway.OpenCheckoutAsync(order, $"e-{order.CheckoutId}", CancellationToken.None);
        await CompleteAsync(page);

        var (body, signature) = await EventAboutAsync(page.Id);

        (await Gateway.VerifyAsync(body, signature, Now, CancellationToken.None)).Should()
            .BeEquivalentTo(new { Kind = GatewayEventKind.CheckoutCompleted, ObjectId = page.Id });
        (await Gateway.VerifyAsync(body, signature, Now.AddSeconds(300), CancellationToken.None)).Should().NotBeNull();
        (await Gateway.VerifyAsync(body, signature, Now.AddSeconds(301), CancellationToken.None)).Should().BeNull();
        (await Gateway.VerifyAsync(body, "", Now, CancellationToken.None)).Should().BeNull();
        (await Gateway.VerifyAsync((byte[])[.. body, (byte)' '], signature, Now, CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        (await Gateway.FindCheckoutAsync("cs_none", CancellationToken.None)).Should().BeNull();
        (await Gateway.FindPaymentAsync("pay_none", CancellationToken.None)).Should().BeNull();
        (await Gateway.FindRefundAsync("re_none", CancellationToken.None)).Should().BeNull();
        (await Gateway.FindDisputeAsync("dp_none", CancellationToken.None)).Should().BeNull();
    }

    private static Money Usd(decimal amount) => new(amount, Currency.Usd);

    private async Task<CheckoutOrder> OrderAsync(Money? amount)
    {
        var id = Guid.CreateVersion7(Now);
        var customer = await Gateway.CreateCustomerAsync(new GatewayCustomer(id, "Acme", ""), $"cus-{id}", CancellationToken.None);

        return new CheckoutOrder(id, customer, amount, "Starter plan", Portal, Portal, Now.AddHours(1));
    }

    private async Task<(string Customer, GatewayCard Card)> SavedCardAsync()
    {
        var order = await OrderAsync(null);
        var page = await Gateway.OpenCheckoutAsync(order, $"s-{order.CheckoutId}", CancellationToken.None);
        await CompleteAsync(page);

        return (order.Customer, (await Gateway.ListCardsAsync(order.Customer, CancellationToken.None)).Single());
    }
}
