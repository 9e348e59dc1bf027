using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Cards;

/// <summary>Ids of cards come from browsers: each is looked for among the customer's own before anything is asked of the payment provider.</summary>
internal static class CardAccess
{
    /// <summary>Whether it is a saved card of this customer.</summary>
    public static async Task<bool> IsOwnAsync(NpgsqlDataSource database, Guid organizationId, string card, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select exists (select from payment_methods where id = $1 and organization_id = $2 and removed_at is null)");
        command.Parameters.AddAll(card, organizationId);

        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }
}
