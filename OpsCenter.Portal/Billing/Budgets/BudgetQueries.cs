using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Billing.Periods;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.RateCards;

namespace OpsCenter.Portal.Billing.Budgets;

/// <summary>Reads the budget of a customer.</summary>
public sealed class BudgetQueries(NpgsqlDataSource database, PeriodQueries periods, CurrentVersion current, RateCardCache cards)
{
    private const string Select = "select amount, currency, stops from budgets where organization_id = $1";

    private const string SelectAlerts =
        "select percent, budget, spent, raised_at from budget_alerts where organization_id = $1 and billing_period_id = $2 order by percent desc";

    /// <summary>The budget, what is used of it, and the alerts of the running period.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's subscription.</exception>
    public async Task<BudgetView> OfAsync(Actor actor, Guid organizationId, CancellationToken cancellationToken)
    {
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ViewOwnSubscription, Permission.ViewBilling);
        var period = await periods.CurrentAsync(actor, organizationId, cancellationToken);
        var currency = period?.Used.Currency
            ?? (await cards.GetAsync(await current.NumberAsync(cancellationToken), cancellationToken)).Content.Currency;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);

        return new BudgetView(
            await FindAsync(connection, organizationId, cancellationToken),
            currency,
            period?.Used,
            period is null ? [] : await AlertsAsync(connection, organizationId, period.Id, currency, cancellationToken));
    }

    private static async Task<Budget?> FindAsync(NpgsqlConnection connection, Guid organizationId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Select, connection);
        command.Parameters.AddAll(organizationId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        return await reader.ReadAsync(cancellationToken)
            ? new Budget(new Money(reader.GetDecimal(0), Currency.Of(reader.GetString(1))), reader.GetBoolean(2))
            : null;
    }

    private static async Task<List<BudgetAlert>> AlertsAsync(
        NpgsqlConnection connection, Guid organizationId, Guid periodId, Currency currency, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(SelectAlerts, connection);
        command.Parameters.AddAll(organizationId, periodId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var alerts = new List<BudgetAlert>();

        while (await reader.ReadAsync(cancellationToken))
        {
            alerts.Add(new BudgetAlert(
                reader.GetInt32(0),
                new Money(reader.GetDecimal(1), currency),
                new Money(reader.GetDecimal(2), currency),
                reader.GetFieldValue<DateTimeOffset>(3)));
        }

        return alerts;
    }
}
