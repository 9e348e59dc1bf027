using Npgsql;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Portal.Outbox;

namespace OpsCenter.Portal.Billing.Checkouts;

/// <summary>Notes that nobody completed a checkout in time.</summary>
public sealed class ExpireCheckout(NpgsqlDataSource database, IPaymentGateway gateway, TimeProvider clock) : IInboxHandler
{
    /// <inheritdoc />
    public GatewayEventKind Kind => GatewayEventKind.CheckoutExpired;

    /// <inheritdoc />
    public async Task HandleAsync(GatewayEvent news, CancellationToken cancellationToken)
    {
        if (await gateway.FindCheckoutAsync(news.ObjectId, cancellationToken) is not { State: GatewayCheckoutState.Expired } page)
            return;

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

        if (await CheckoutRows.LockAsync(connection, page.CheckoutId, cancellationToken) is { State: CheckoutState.Open } checkout)
        {
            await CheckoutRows.EndAsync(connection, checkout.Id, CheckoutState.Expired, "", clock.GetUtcNow(), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
