using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Books;

/// <summary>Reads the months of the books.</summary>
public sealed class MonthQueries(NpgsqlDataSource database, ActorNames names, TimeProvider clock)
{
    /// <summary>Most months of the list.</summary>
    public const int MaxMonths = 36;

    private const string Select =
        """
        select d.month, m.locked_at, m.locked_by, d.documents from (
            select month::date as month, (select count(*) from invoices where accounting_date >= month and accounting_date < month + interval '1 month')
                + (select count(*) from credit_notes where accounting_date >= month and accounting_date < month + interval '1 month') as documents
            from generate_series(
                (select date_trunc('month', least((select min(accounting_date) from invoices), (select min(month) from accounting_months), $1)::timestamp)),
                date_trunc('month', $1::timestamp), interval '1 month') as month) d
        left join accounting_months m on m.month = d.month
        order by d.month desc limit $2
        """;

    private readonly MonthBooks books = new(database);

    /// <summary>Months from the first document to the running one, newest first.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see the books.</exception>
    public async Task<IReadOnlyList<AccountingMonth>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewBilling);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var months = new List<AccountingMonth>();

        await using (var command = database.CreateCommand(Select))
        {
            command.Parameters.AddAll(today, MaxMonths);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);

            while (await reader.ReadAsync(cancellationToken))
            {
                months.Add(new AccountingMonth(
                    reader.GetFieldValue<DateOnly>(0),
                    reader.IsDBNull(1) ? null : reader.GetFieldValue<DateTimeOffset>(1),
                    reader.IsDBNull(2) ? "" : reader.GetString(2),
                    CanBeLocked: false,
                    reader.GetInt64(3)));
            }
        }

        var people = await names.OfAsync(months.Select(month => month.LockedBy).Where(by => by.Length > 0), cancellationToken);
        var next = months.FindLast(month => month.LockedAt is null);

        return months.ConvertAll(month => month with
        {
            LockedBy = people.GetValueOrDefault(month.LockedBy, month.LockedBy),
            CanBeLocked = month == next && month.Month.AddMonths(1) <= today,
        });
    }

    /// <summary>The figures and checks of a month; they read the whole ledger.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see the books.</exception>
    public Task<MonthReport> CheckAsync(Actor actor, DateOnly month, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewBilling);

        return books.ReadAsync(new DateOnly(month.Year, month.Month, 1), cancellationToken);
    }
}
