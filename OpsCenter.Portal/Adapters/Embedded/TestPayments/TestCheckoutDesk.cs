using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>The hosted page's other side: what a person does there. Whoever has the page's address may use it, as with real providers.</summary>
public sealed class TestCheckoutDesk
{
    private readonly TestLedger ledger;

    internal TestCheckoutDesk(TestLedger ledger) => this.ledger = ledger;

    /// <summary>The page; null when there is none.</summary>
    public Task<DeskView?> FindAsync(string sessionId, CancellationToken cancellationToken) => ledger.RunAsync(
        async (memory, now) =>
        {
            if (await memory.LockAsync<TestSession>(sessionId, cancellationToken) is not { } session)
                return null;

            var owner = await memory.LockAsync<TestCustomer>(session.Customer, cancellationToken);
            var saved = owner is null || session.Amount is null ? [] : await memory.ListAsync<TestCard>(session.Customer, cancellationToken);

            return new DeskView(
                session.Description,
                session.Amount is { } amount ? new Money(amount, Currency.Of(session.Currency)) : null,
                [.. saved.Where(c => !c.IsRemoved).Select(c => c.ToCard(owner!))], // there are none without an owner
                session.StateAt(now),
                session.Confirming is not null,
                session.CancelUrl,
                session.SuccessUrl);
        },
        cancellationToken);

    /// <summary>Pays with, or saves, the card that was typed or chosen.</summary>
    public Task<DeskAnswer> SubmitAsync(string sessionId, CardEntry entry, CancellationToken cancellationToken) => ledger.RunAsync<DeskAnswer>(
        async (memory, now) =>
        {
            if (await OpenAsync(memory, sessionId, now, cancellationToken) is not { } session)
                return new DeskAnswer.Closed();

            if (entry.Saved is { Length: > 0 } chosen)
            {
                var saved = await memory.LockAsync<TestCard>(chosen, cancellationToken);

                return saved is { IsRemoved: false } && saved.Customer == session.Customer
                    ? await JudgeAsync(memory, session, saved, cancellationToken)
                    : new DeskAnswer.Declined("This card is not saved any more. Choose another one.");
            }

            var problems = CardEntryRules.ProblemsOf(entry, now);

            return problems.Count > 0
                ? new DeskAnswer.Invalid(problems)
                : await JudgeAsync(memory, session, CardOf(memory, session, entry), cancellationToken);
        },
        cancellationToken);

    /// <summary>What the person told their bank.</summary>
    public Task<DeskAnswer> ConfirmAsync(string sessionId, bool approves, CancellationToken cancellationToken) => ledger.RunAsync<DeskAnswer>(
        async (memory, now) =>
        {
            if (await OpenAsync(memory, sessionId, now, cancellationToken) is not { Confirming: { } card } session)
                return new DeskAnswer.Closed();

            var rest = session with { Confirming = null };
            var verdict = TestBank.OnSession(card.Behaviour, session.Amount is not null, card.WasAuthenticated);
            var failure = approves ? verdict.Failure : TestBank.NotAuthenticated;

            if (failure is null)
                return await CompleteAsync(memory, rest, card with { WasAuthenticated = true }, cancellationToken);

            await memory.PutAsync(session.Id, session.Customer, rest, cancellationToken);

            return new DeskAnswer.Declined(failure.Message);
        },
        cancellationToken);

    private static async Task<TestSession?> OpenAsync(TestMemory memory, string sessionId, DateTimeOffset now, CancellationToken cancellationToken) =>
        await memory.LockAsync<TestSession>(sessionId, cancellationToken) is { } session && session.StateAt(now) is GatewayCheckoutState.Open ? session : null;

    private static TestCard CardOf(TestMemory memory, TestSession session, CardEntry entry)
    {
        var digits = CardEntryRules.DigitsOf(entry.Number);
        var (month, year) = CardEntryRules.ExpiryOf(entry.Expiry) ?? throw new InvalidOperationException("The expiry was not checked.");

        return new TestCard(
            memory.NewId("pm"), session.Customer, TestCardNumbers.BehaviourOf(digits), TestCardNumbers.BrandOf(digits), digits[^4..], month, year,
            WasAuthenticated: false, IsRemoved: false);
    }

    private static async Task<DeskAnswer> JudgeAsync(TestMemory memory, TestSession session, TestCard card, CancellationToken cancellationToken)
    {
        var verdict = TestBank.OnSession(card.Behaviour, session.Amount is not null, card.WasAuthenticated);

        if (verdict.Authenticate)
        {
            await memory.PutAsync(session.Id, session.Customer, session with { Confirming = card }, cancellationToken);

            return new DeskAnswer.Authenticate();
        }

        return verdict.Failure is { } failure
            ? new DeskAnswer.Declined(failure.Message)
            : await CompleteAsync(memory, session, card, cancellationToken);
    }

    private static async Task<DeskAnswer> CompleteAsync(TestMemory memory, TestSession session, TestCard card, CancellationToken cancellationToken)
    {
        await memory.PutAsync(card.Id, card.Customer, card, cancellationToken);
        TestPayment? payment = null;

        if (session.Amount is { } amount)
        {
            payment = new TestPayment(memory.NewId("pay"), null, session.Customer, card.Id, amount, session.Currency, 0, null);
            await TestPaymentBook.AddAsync(memory, payment, card, cancellationToken);
        }

        var done = session with { State = GatewayCheckoutState.Completed, PaymentId = payment?.Id, Card = card.Id };
        await memory.PutAsync(done.Id, done.Customer, done, cancellationToken);
        await memory.TellAsync(TestEventTypes.CheckoutCompleted, done.Id, cancellationToken);

        return new DeskAnswer.Completed(done.SuccessUrl);
    }
}
