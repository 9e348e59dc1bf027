using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.ProviderKeys;

namespace OpsCenter.Portal.ProviderKeys;

/// <summary>Tries a key at its provider and keeps what came of it.</summary>
public sealed class TestProviderKey(NpgsqlDataSource database, ProviderKeyVault vault, IProviderKeyTester tester, ProviderKeyDesk desk, TimeProvider clock)
{
    /// <summary>Tries it; no transaction is open meanwhile. A key that changed meanwhile keeps what is known of it.</summary>
    /// <exception cref="AccessDeniedException">The actor may not manage this customer's keys.</exception>
    public async Task<ProviderKeyOutcome> HandleAsync(Actor actor, Guid organizationId, ProviderKey seen, CancellationToken cancellationToken)
    {
        AccessPolicy.DemandOwn(actor, organizationId, Permission.ManageOwnProviderKeys);

        if (await FindAsync(organizationId, seen.Id, cancellationToken) is not { } stored)
            return new ProviderKeyOutcome.Refused("This key was removed meanwhile.");

        var test = await tester.TestAsync(stored.Key.Provider, vault.Reveal(organizationId, stored.Key.Id, stored.Secret), cancellationToken);

        return await desk.ChangeAsync(
            actor,
            organizationId,
            stored.Key,
            "provider_key.tested",
            (there, _) => (there.Key with { TestedAt = clock.GetUtcNow(), Test = test }, there.Secret),
            cancellationToken);
    }

    private async Task<StoredProviderKey?> FindAsync(Guid organizationId, Guid keyId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);

        return (await ProviderKeyTable.ListAsync(connection, organizationId, cancellationToken)).SingleOrDefault(key => key.Key.Id == keyId);
    }
}
