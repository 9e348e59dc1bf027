using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Periods;

/// <summary>Reads the credit grants of a customer.</summary>
public sealed class GrantQueries(NpgsqlDataSource database, TimeProvider clock)
{
    private const string Select =
        """
        select id, kind, amount, consumed, currency, valid_from, expires_at, reason from credit_grants
        where organization_id = $1 and valid_from <= $2 and expires_at > $2 order by priority, expires_at, id
        """;

    /// <summary>Grants that cover a job that runs now, in order of consumption, used-up ones included.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's subscription.</exception>
    public async Task<IReadOnlyList<GrantView>> ListAsync(Actor actor, Guid organizationId, CancellationToken cancellationToken)
    {
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ViewOwnSubscription, Permission.ViewBilling);
        await using var command = database.CreateCommand(Select);
        command.Parameters.AddAll(organizationId, clock.GetUtcNow().UtcDateTime);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var grants = new List<GrantView>();

        while (await reader.ReadAsync(cancellationToken))
        {
            var currency = Currency.Of(reader.GetString(4));
            grants.Add(new GrantView(
                reader.GetGuid(0),
                EnumText<CreditGrantKind>.Parse(reader.GetString(1)),
                new Money(reader.GetDecimal(2), currency),
                new Money(reader.GetDecimal(3), currency),
                reader.GetFieldValue<DateTimeOffset>(5),
                reader.GetFieldValue<DateTimeOffset>(6),
                reader.GetString(7)));
        }

        return grants;
    }
}
