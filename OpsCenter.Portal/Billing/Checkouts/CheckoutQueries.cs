using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Checkouts;

/// <summary>Reads checkouts.</summary>
public sealed class CheckoutQueries(NpgsqlDataSource database)
{
    private const string Select = "select id, purpose, state, outcome, amount, currency from checkouts where id = $1 and organization_id = $2";

    /// <summary>A checkout of a customer; null when it has no such one.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's billing.</exception>
    public async Task<CheckoutView?> FindAsync(Actor actor, Guid organizationId, Guid id, CancellationToken cancellationToken)
    {
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ViewOwnBilling, Permission.ViewBilling);
        await using var command = database.CreateCommand(Select);
        command.Parameters.AddAll(id, organizationId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        return await reader.ReadAsync(cancellationToken)
            ? new CheckoutView(
                reader.GetGuid(0),
                EnumText<CheckoutPurpose>.Parse(reader.GetString(1)),
                EnumText<CheckoutState>.Parse(reader.GetString(2)),
                reader.GetString(3),
                new Money(reader.GetDecimal(4), Currency.Of(reader.GetString(5))))
            : null;
    }
}
