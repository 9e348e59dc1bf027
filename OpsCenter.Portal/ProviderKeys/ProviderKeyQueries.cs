using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Subscriptions;

namespace OpsCenter.Portal.ProviderKeys;

/// <summary>Which provider keys a customer has. Nobody is told a key.</summary>
public sealed class ProviderKeyQueries(NpgsqlDataSource database, EntitlementQueries entitlements, ByokProviders providers)
{
    /// <summary>The keys of a customer; operators are told that they are there, not their last characters.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's keys.</exception>
    public async Task<ProviderKeyList> ListAsync(Actor actor, Guid organizationId, CancellationToken cancellationToken)
    {
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ViewOwnProviderKeys, Permission.ViewProviderKeys);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var stored = await ProviderKeyTable.ListAsync(connection, organizationId, cancellationToken);
        var customer = await entitlements.OfAsync(actor, organizationId, cancellationToken);

        return new ProviderKeyList(
            [.. stored.Select(key => Shown(actor, organizationId, key.Key))],
            await providers.ListAsync(cancellationToken),
            customer is { Entitlements.Byok: true });
    }

    private static ProviderKey Shown(Actor actor, Guid organizationId, ProviderKey key) =>
        actor is Actor.User { OrganizationId: { } own } && own == organizationId ? key : key with { Last4 = null };
}
