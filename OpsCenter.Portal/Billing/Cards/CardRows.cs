using Npgsql;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Cards;

/// <summary>What we remember of the cards at the payment provider. It alone knows them; this follows.</summary>
internal static class CardRows
{
    private const string Upsert =
        """
        insert into payment_methods (id, organization_id, brand, last4, exp_month, exp_year, is_default, added_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (id) do update set exp_month = excluded.exp_month, exp_year = excluded.exp_year, is_default = excluded.is_default, removed_at = null
        where payment_methods.organization_id = excluded.organization_id
        """;

    private const string Forget =
        """
        update payment_methods set is_default = false, removed_at = case when id = any($2) then removed_at else coalesce(removed_at, $3) end
        where organization_id = $1 and removed_at is null
        """;

    /// <summary>Makes what we remember of a customer's cards what the provider says. The caller has locked the billing account.</summary>
    public static async Task FollowAsync(
        NpgsqlConnection connection, Guid organizationId, IReadOnlyList<GatewayCard> cards, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var forget = new NpgsqlBatchCommand(Forget);
        forget.Parameters.AddAll(organizationId, cards.Select(c => c.Id).ToArray(), now.UtcDateTime);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { forget } };

        foreach (var card in cards)
        {
            var keep = new NpgsqlBatchCommand(Upsert);
            keep.Parameters.AddAll(card.Id, organizationId, card.Brand, card.Last4, card.ExpMonth, card.ExpYear, card.IsDefault, now.UtcDateTime);
            batch.BatchCommands.Add(keep);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
