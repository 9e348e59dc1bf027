using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Accounts;
using OpsCenter.Portal.Billing.Payments;
using OpsCenter.Portal.Billing.Periods;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Subscriptions;

namespace OpsCenter.Portal.Billing.Home;

/// <summary>Reads what stands above the invoices of a customer.</summary>
public sealed class BillingHomeQueries(
    NpgsqlDataSource database, PlanVersions plans, PeriodQueries periods, GrantQueries grants, IBillingBackend backend, TimeProvider clock)
{
    private const string Owed =
        """
        select i.currency, sum(i.total
            - coalesce((select sum(a.amount) from payment_allocations a where a.invoice_id = i.id), 0)
            - coalesce((select sum(n.total) from credit_notes n where n.invoice_id = i.id and n.settlement = 'invoice'), 0))
        from invoices i where i.organization_id = $1 and i.state = 'open' group by i.currency order by i.currency
        """;

    private const string Card = "select brand, last4, exp_month, exp_year from payment_methods where organization_id = $1 and is_default";

    /// <summary>Reads it.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's billing.</exception>
    public async Task<BillingHome> GetAsync(Actor actor, Guid organizationId, CancellationToken cancellationToken)
    {
        Demand(actor, organizationId);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var subscription = await SubscriptionRows.FindLiveAsync(connection, organizationId, cancellationToken);
        var account = await BillingAccountRows.FindAsync(connection, organizationId, cancellationToken);
        var owed = await OwedAsync(connection, organizationId, cancellationToken);
        var card = await CardAsync(connection, organizationId, cancellationToken);
        var next = await backend.PreviewNextAsync(organizationId, cancellationToken);

        return new BillingHome
        {
            Plan = subscription is null ? null : await PlanOfAsync(subscription, cancellationToken),
            Period = await periods.CurrentAsync(actor, organizationId, cancellationToken),
            Grants = await grants.ListAsync(actor, organizationId, cancellationToken),
            Next = next is { IsEmpty: false } ? next : null,
            Carried = account.Carried != 0 && next is not null ? new Money(account.Carried, next.Currency) : null,
            Owed = owed,
            Card = card,
            Details = SaveBillingDetails.BillingDetailsOf(account),
        };
    }

    private async Task<PlanLine> PlanOfAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        var plan = await plans.GetAsync(subscription.PlanVersionId, cancellationToken);
        var next = subscription.NextPlanVersionId is { } id ? await plans.GetAsync(id, cancellationToken) : null;

        return new PlanLine(
            plan.Name,
            subscription.Interval,
            plan.PriceOf(subscription.Interval),
            SubscriptionStatusRule.At(subscription, clock.GetUtcNow()),
            subscription.TrialEndsAt ?? subscription.CancelAt,
            next?.Name);
    }

    private static async Task<List<Money>> OwedAsync(NpgsqlConnection connection, Guid organizationId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Owed, connection);
        command.Parameters.AddAll(organizationId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var owed = new List<Money>();

        while (await reader.ReadAsync(cancellationToken))
            owed.Add(new Money(reader.GetDecimal(1), Currency.Of(reader.GetString(0))));

        return owed;
    }

    private static async Task<DefaultCard?> CardAsync(NpgsqlConnection connection, Guid organizationId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Card, connection);
        command.Parameters.AddAll(organizationId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        return await reader.ReadAsync(cancellationToken)
            ? new DefaultCard(CardWords.Name(reader.GetString(0)), reader.GetString(1), reader.GetInt32(2), reader.GetInt32(3))
            : null;
    }

    private static void Demand(Actor actor, Guid organizationId) =>
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ViewOwnBilling, Permission.ViewBilling);
}
