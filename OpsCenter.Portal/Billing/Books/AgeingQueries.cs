using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;

namespace OpsCenter.Portal.Billing.Books;

/// <summary>Reads what customers owe, and since when.</summary>
public sealed class AgeingQueries(NpgsqlDataSource database, CustomerQueries customers, TimeProvider clock)
{
    private const string Select =
        """
        select o.organization_id, o.currency, coalesce(sum(o.due) filter (where o.age <= 0), 0), coalesce(sum(o.due) filter (where o.age between 1 and 30), 0),
            coalesce(sum(o.due) filter (where o.age between 31 and 60), 0), coalesce(sum(o.due) filter (where o.age between 61 and 90), 0),
            coalesce(sum(o.due) filter (where o.age > 90), 0)
        from (
            select i.organization_id, i.currency, $1::date - (i.issued_at at time zone 'UTC')::date as age, i.total
                - coalesce((select sum(a.amount) from payment_allocations a where a.invoice_id = i.id), 0)
                - coalesce((select sum(n.total) from credit_notes n where n.invoice_id = i.id and n.settlement = 'invoice'), 0) as due
            from invoices i where i.state = 'open') o
        group by o.organization_id, o.currency order by sum(o.due) desc, o.organization_id
        """;

    /// <summary>Customers who owe something, who owes most first.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see the books.</exception>
    public async Task<IReadOnlyList<AgeingRow>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewBilling);
        var rows = new List<AgeingRow>();

        await using (var command = database.CreateCommand(Select))
        {
            command.Parameters.AddAll(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);

            while (await reader.ReadAsync(cancellationToken))
            {
                var currency = Currency.Of(reader.GetString(1));
                Money[] due = [.. Enumerable.Range(2, 5).Select(column => new Money(reader.GetDecimal(column), currency))];
                rows.Add(new AgeingRow(reader.GetGuid(0), "", due[0], due[1], due[2], due[3], due[4]));
            }
        }

        var names = await customers.NamesAsync(actor, rows.Select(row => row.CustomerId), cancellationToken);

        return rows.ConvertAll(row => row with { Customer = names.GetValueOrDefault(row.CustomerId, "") });
    }
}
