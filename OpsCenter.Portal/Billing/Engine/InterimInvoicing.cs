using Microsoft.Extensions.Options;
using Npgsql;
using OpsCenter.Portal.Billing.Accounts;
using OpsCenter.Portal.Billing.Invoices;
using OpsCenter.Portal.Billing.Payments;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Subscriptions;

namespace OpsCenter.Portal.Billing.Engine;

/// <summary>Bills usage before its period is over when much of it is unbilled, so that nobody runs up more than they can pay.</summary>
public sealed class InterimInvoicing(
    NpgsqlDataSource database, PlanVersions plans, InvoiceComposers composers, InvoiceWriter invoices, IOptions<BillingOptions> options, TimeProvider clock)
{
    private const string Large =
        """
        select subscription_id from billing_periods
        where closed_at is null and starts_at <= $1 and ends_at > $1 and llm_fee + agent_fee + tools_fee - covered - credited - invoiced >= $2
        order by id
        """;

    /// <summary>Bills every period whose unbilled usage reaches the limit.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        var subscriptions = new List<Guid>();

        await using (var command = database.CreateCommand(Large))
        {
            command.Parameters.AddAll(clock.GetUtcNow().UtcDateTime, options.Value.InterimInvoiceAt);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);

            while (await reader.ReadAsync(cancellationToken))
                subscriptions.Add(reader.GetGuid(0));
        }

        foreach (var subscription in subscriptions)
            await InvoiceAsync(subscription, cancellationToken);
    }

    private async Task InvoiceAsync(Guid subscriptionId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

        if (await SubscriptionRows.LockAsync(connection, subscriptionId, cancellationToken) is not { EndedAt: null } subscription)
            return;

        var plan = await plans.GetAsync(subscription.PlanVersionId, cancellationToken);
        var period = (await PeriodLayout.LockOpenAsync(connection, subscriptionId, plan.Currency, cancellationToken))[0];

        // As it is now that it is locked: another instance may have billed it, or the period is over and its own invoice comes.
        if (plan.LimitsStop || period.Figures.EndsAt <= now || period.Figures.Unbilled.Amount < options.Value.InterimInvoiceAt)
            return;

        var account = await BillingAccountRows.LockAsync(connection, subscription.OrganizationId, now, cancellationToken);
        var draft = composers.For(account, plan.Currency).Interim(period.Figures, now);
        var issued = await invoices.WriteAsync(
            connection, new NewInvoice(draft, subscription.OrganizationId, subscriptionId, period.Id), account, now, cancellationToken);

        await using (var command = new NpgsqlCommand("update billing_periods set invoiced = invoiced + $2 where id = $1", connection))
        {
            command.Parameters.AddAll(period.Id, draft.Subtotal.Amount);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await PaymentRequests.RequestAsync(connection, issued.Id, automatic: true, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
