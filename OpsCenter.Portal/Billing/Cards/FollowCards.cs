using Npgsql;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Portal.Billing.Accounts;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Outbox;

namespace OpsCenter.Portal.Billing.Cards;

/// <summary>Reads a customer's cards again at the payment provider, whenever they may have changed there.</summary>
public sealed class FollowCards(NpgsqlDataSource database, IPaymentGateway gateway, GatewayCustomers customers, LiveMarks marks, TimeProvider clock) : IInboxHandler
{
    /// <inheritdoc />
    public GatewayEventKind Kind => GatewayEventKind.CardsChanged;

    /// <inheritdoc />
    public async Task HandleAsync(GatewayEvent news, CancellationToken cancellationToken)
    {
        if (await customers.OrganizationOfAsync(news.ObjectId, cancellationToken) is { } organizationId)
            await FollowAsync(organizationId, news.ObjectId, cancellationToken);
    }

    /// <summary>Reads them again now.</summary>
    internal async Task FollowAsync(Guid organizationId, string gatewayCustomer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await BillingAccountRows.LockAsync(connection, organizationId, now, cancellationToken);
        // Read behind the lock, so that an older answer never overwrites a newer one.
        var cards = await gateway.ListCardsAsync(gatewayCustomer, cancellationToken);
        await CardRows.FollowAsync(connection, organizationId, cards, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        marks.Mark(LiveTopic.Billing);
    }
}
