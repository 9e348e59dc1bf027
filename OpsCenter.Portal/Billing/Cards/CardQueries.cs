using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Subscriptions;

namespace OpsCenter.Portal.Billing.Cards;

/// <summary>Reads saved cards, masked as the payment provider tells them.</summary>
public sealed class CardQueries(NpgsqlDataSource database, PlanVersions plans, TimeProvider clock)
{
    private const string Select =
        """
        select id, brand, last4, exp_month, exp_year, is_default, added_at from payment_methods
        where organization_id = $1 and removed_at is null order by is_default desc, added_at desc limit 100
        """;

    /// <summary>The cards of a customer.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's billing.</exception>
    public async Task<CardList> ListAsync(Actor actor, Guid organizationId, CancellationToken cancellationToken)
    {
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ViewOwnBilling, Permission.ViewBilling);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var renewing = await RenewingAsync(connection, organizationId, cancellationToken);
        await using var command = new NpgsqlCommand(Select, connection);
        command.Parameters.AddAll(organizationId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var cards = new List<CardView>();

        while (await reader.ReadAsync(cancellationToken))
        {
            cards.Add(new CardView(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetBoolean(5),
                reader.GetFieldValue<DateTimeOffset>(6)));
        }

        return new CardList(cards, renewing);
    }

    private async Task<string?> RenewingAsync(NpgsqlConnection connection, Guid organizationId, CancellationToken cancellationToken)
    {
        if (await SubscriptionRows.FindLiveAsync(connection, organizationId, cancellationToken) is not { TrialEndsAt: null } live)
            return null;

        return SubscriptionStatusRule.At(live, clock.GetUtcNow()) is SubscriptionStatus.Pending or SubscriptionStatus.Ended
            ? null
            : $"the {(await plans.GetAsync(live.PlanVersionId, cancellationToken)).Name} plan";
    }
}
