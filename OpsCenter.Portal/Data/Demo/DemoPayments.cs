using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Portal.Adapters.Embedded.TestPayments;
using OpsCenter.Portal.Billing.Checkouts;

namespace OpsCenter.Portal.Data.Demo;

/// <summary>Does on the test-mode payment page what a person would do there, and fulfils it, as the provider's news will once more.</summary>
internal sealed class DemoPayments(
    StartCheckout checkouts, TestCheckoutDesk desk, FulfilCheckout fulfil, NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly Uri Portal = new("http://localhost");

    /// <summary>Goes through a checkout with a card.</summary>
    public async Task CompleteAsync(Actor actor, Guid organizationId, CheckoutRequest request, string card, CancellationToken cancellationToken)
    {
        if (await checkouts.HandleAsync(actor, organizationId, request, Portal, cancellationToken) is not StartCheckoutOutcome.Started)
            throw new InvalidOperationException($"The sample checkout {request} was refused.");

        var session = await NewestSessionAsync(organizationId, cancellationToken);
        var entry = new CardEntry { Number = card, Expiry = "12/34", Cvc = card.StartsWith("37", StringComparison.Ordinal) ? "1234" : "123", Holder = "Demo owner" };

        if (await desk.SubmitAsync(session, entry, cancellationToken) is not DeskAnswer.Completed)
            throw new InvalidOperationException($"The sample card {card[^4..]} was not accepted.");

        await fulfil.HandleAsync(new GatewayEvent($"demo-{session}", GatewayEventKind.CheckoutCompleted, session, clock.GetUtcNow()), cancellationToken);
    }

    private async Task<string> NewestSessionAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select gateway_session from checkouts where organization_id = $1 order by created_at desc, id desc limit 1");
        command.Parameters.AddAll(organizationId);

        return await command.ExecuteScalarAsync(cancellationToken) as string ?? throw new InvalidOperationException("The sample checkout has no page.");
    }
}
