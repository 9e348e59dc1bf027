using System.Text.Json;
using OpsCenter.Domain.Billing.Payments;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>The payment provider of the test mode. It behaves like a real one with published test cards, and no money moves.</summary>
internal sealed class TestGateway(TestLedger ledger, TestSecret secret) : IPaymentGateway
{
    public string Name => "Test mode";

    public string SignatureHeader => TestSignature.Header;

    public async Task<string> CreateCustomerAsync(GatewayCustomer customer, string key, CancellationToken cancellationToken)
    {
        var made = await ledger.RunOnceAsync(
            key,
            customer,
            async (memory, _) =>
            {
                var created = new TestCustomer(memory.NewId("cus"), customer.OrganizationId, customer.Name, customer.Email, null);
                await memory.PutAsync(created.Id, created.Id, created, cancellationToken);

                return created;
            },
            cancellationToken);

        return made.Id;
    }

    public Task<IReadOnlyList<GatewayCard>> ListCardsAsync(string customer, CancellationToken cancellationToken) => ledger.RunAsync<IReadOnlyList<GatewayCard>>(
        async (memory, _) =>
        {
            var owner = await OwnerAsync(memory, customer, cancellationToken);
            var cards = await memory.ListAsync<TestCard>(customer, cancellationToken);

            return [.. cards.Where(card => !card.IsRemoved).Select(card => card.ToCard(owner))];
        },
        cancellationToken);

    public Task SetDefaultCardAsync(string customer, string card, CancellationToken cancellationToken) => ledger.RunAsync(
        async (memory, _) =>
        {
            var owner = await OwnerAsync(memory, customer, cancellationToken);
            await CardAsync(memory, customer, card, cancellationToken);
            await memory.PutAsync(customer, customer, owner with { DefaultCard = card }, cancellationToken);
            await memory.TellAsync(TestEventTypes.CardsChanged, customer, cancellationToken);

            return true;
        },
        cancellationToken);

    public Task RemoveCardAsync(string customer, string card, CancellationToken cancellationToken) => ledger.RunAsync(
        async (memory, _) =>
        {
            var owner = await OwnerAsync(memory, customer, cancellationToken);

            if (await memory.LockAsync<TestCard>(card, cancellationToken) is not { } saved || saved.Customer != customer)
                throw Missing(card);

            await memory.PutAsync(card, customer, saved with { IsRemoved = true }, cancellationToken);

            if (owner.DefaultCard == card)
                await memory.PutAsync(customer, customer, owner with { DefaultCard = null }, cancellationToken);

            await memory.TellAsync(TestEventTypes.CardsChanged, customer, cancellationToken);

            return true;
        },
        cancellationToken);

    public async Task<GatewayCheckout> OpenCheckoutAsync(CheckoutOrder order, string key, CancellationToken cancellationToken)
    {
        var session = await ledger.RunOnceAsync(
            key,
            new { order.CheckoutId, order.Customer, order.Amount?.Amount, order.Amount?.Currency.Code, order.Description },
            async (memory, _) =>
            {
                await OwnerAsync(memory, order.Customer, cancellationToken);
                var opened = new TestSession(
                    memory.NewId("cs"), order.CheckoutId, order.Customer, order.Amount?.Amount, order.Amount?.Currency.Code ?? "", order.Description,
                    order.SuccessUrl, order.CancelUrl, order.ExpiresAt, GatewayCheckoutState.Open, null, null, null);
                await memory.PutAsync(opened.Id, opened.Customer, opened, cancellationToken);
                await memory.TellAsync(TestEventTypes.CheckoutExpired, opened.Id, cancellationToken, order.ExpiresAt);

                return opened;
            },
            cancellationToken);

        return await FindCheckoutAsync(session.Id, cancellationToken) ?? throw Missing(session.Id);
    }

    public Task<GatewayCheckout?> FindCheckoutAsync(string id, CancellationToken cancellationToken) => ledger.RunAsync(
        async (memory, now) =>
        {
            if (await memory.LockAsync<TestSession>(id, cancellationToken) is not { } session)
                return null;

            var card = session.Card is { } cardId ? await memory.LockAsync<TestCard>(cardId, cancellationToken) : null;

            return session.ToCheckout(card?.ToCard(await OwnerAsync(memory, session.Customer, cancellationToken)), now);
        },
        cancellationToken);

    public Task ExpireCheckoutAsync(string id, CancellationToken cancellationToken) => ledger.RunAsync(
        async (memory, _) =>
        {
            if (await memory.LockAsync<TestSession>(id, cancellationToken) is { State: GatewayCheckoutState.Open } session)
            {
                await memory.PutAsync(id, session.Customer, session with { State = GatewayCheckoutState.Expired }, cancellationToken);
                await memory.TellAsync(TestEventTypes.CheckoutExpired, id, cancellationToken);
            }

            return true;
        },
        cancellationToken);

    public async Task<GatewayPayment> ChargeAsync(CardCharge charge, string key, CancellationToken cancellationToken)
    {
        var made = await ledger.RunOnceAsync(
            key,
            new { charge.PaymentId, charge.Customer, charge.Card, charge.Amount.Amount, charge.Amount.Currency.Code },
            async (memory, _) =>
            {
                await OwnerAsync(memory, charge.Customer, cancellationToken);
                var card = await CardAsync(memory, charge.Customer, charge.Card, cancellationToken);
                var payment = new TestPayment(
                    memory.NewId("pay"), charge.PaymentId, charge.Customer, charge.Card, charge.Amount.Amount, charge.Amount.Currency.Code, 0,
                    TestBank.OffSession(card.Behaviour, card.WasAuthenticated));
                await TestPaymentBook.AddAsync(memory, payment, card, cancellationToken);

                return payment;
            },
            cancellationToken);

        return made.ToPayment();
    }

    public Task<GatewayPayment?> FindPaymentAsync(string id, CancellationToken cancellationToken) => ledger.RunAsync(
        async (memory, _) => (await memory.LockAsync<TestPayment>(id, cancellationToken))?.ToPayment(), cancellationToken);

    public async Task<GatewayRefund> RefundAsync(RefundOrder order, string key, CancellationToken cancellationToken)
    {
        var made = await ledger.RunOnceAsync(
            key,
            new { order.RefundId, order.Payment, order.Amount.Amount, order.Amount.Currency.Code },
            (memory, _) => TestPaymentBook.RefundAsync(memory, order, cancellationToken),
            cancellationToken);

        return made.ToRefund();
    }

    public Task<GatewayRefund?> FindRefundAsync(string id, CancellationToken cancellationToken) => ledger.RunAsync(
        async (memory, _) => (await memory.LockAsync<TestRefund>(id, cancellationToken))?.ToRefund(), cancellationToken);

    public Task<GatewayDispute?> FindDisputeAsync(string id, CancellationToken cancellationToken) => ledger.RunAsync(
        async (memory, _) => (await memory.LockAsync<TestDispute>(id, cancellationToken))?.ToDispute(), cancellationToken);

    public async ValueTask<GatewayEvent?> VerifyAsync(ReadOnlyMemory<byte> body, string signature, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (signature.Length == 0 || !TestSignature.Fits(await secret.GetAsync(cancellationToken), body.Span, signature, now))
            return null;

        using var document = JsonDocument.Parse(body);
        var news = document.RootElement;

        return new GatewayEvent(
            news.GetProperty("id").GetString() ?? "",
            TestEventTypes.KindOf(news.GetProperty("type").GetString() ?? ""),
            news.GetProperty("data").GetProperty("object").GetProperty("id").GetString() ?? "",
            DateTimeOffset.FromUnixTimeSeconds(news.GetProperty("created").GetInt64()));
    }

    private static async Task<TestCustomer> OwnerAsync(TestMemory memory, string customer, CancellationToken cancellationToken) =>
        await memory.LockAsync<TestCustomer>(customer, cancellationToken) ?? throw Missing(customer);

    private static async Task<TestCard> CardAsync(TestMemory memory, string customer, string card, CancellationToken cancellationToken) =>
        await memory.LockAsync<TestCard>(card, cancellationToken) is { IsRemoved: false } saved && saved.Customer == customer ? saved : throw Missing(card);

    private static GatewayRefusedException Missing(string id) => new("resource_missing", $"There is no {id}.");
}
