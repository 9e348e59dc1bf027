using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.ProviderKeys;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Subscriptions;

namespace OpsCenter.Portal.ProviderKeys;

/// <summary>Which keys of a customer a machine may use: those in use and not refused, while the plan includes them.</summary>
public sealed partial class UsableProviderKeys(
    IDbContextFactory<OpsCenterDbContext> contexts, ProviderKeyVault vault, TimeProvider clock, ILogger<UsableProviderKeys> logger)
{
    /// <summary>Asked of the database each time, so that a change holds at once. Reading secrets is told in the audit trail, once an hour for each key and machine.</summary>
    /// <param name="actor">The machine.</param>
    /// <param name="customer">The customer with what it may do.</param>
    /// <param name="withSecrets">Whether the keys themselves are asked for.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="AccessDeniedException">The machine may not read the rate card, or not the keys.</exception>
    public async Task<IReadOnlyList<UsableProviderKey>> OfAsync(Actor actor, CustomerEntitlements customer, bool withSecrets, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ReadRateCard);

        if (withSecrets)
            AccessPolicy.Demand(actor, Permission.ReadByokKeys);

        if (!customer.Entitlements.Byok)
            return [];

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var stored = await ProviderKeyTable.ListAsync(connection, customer.OrganizationId, cancellationToken);
        StoredProviderKey[] usable = [.. stored.Where(key => key.Key.IsUsable)];

        if (withSecrets && usable.Length > 0)
            await TellAsync(db, actor, customer.OrganizationId, usable, cancellationToken);

        return
        [
            .. usable.Select(key => new UsableProviderKey(
                key.Key.Provider, key.Key.Name, key.Key.RotatedAt, withSecrets ? Reveal(customer.OrganizationId, key) : null)),
        ];
    }

    // One key that cannot be read must not keep a machine from everything else about the customer.
    private ProviderSecret? Reveal(Guid organizationId, StoredProviderKey key)
    {
        try
        {
            return vault.Reveal(organizationId, key.Key.Id, key.Secret);
        }
        catch (CryptographicException)
        {
            LogUnreadable(key.Key.Id, organizationId);

            return null;
        }
    }

    private async Task TellAsync(OpsCenterDbContext db, Actor actor, Guid organizationId, StoredProviderKey[] keys, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var told = await ProviderKeyTable.NoteReadsAsync(connection, [.. keys.Select(key => key.Key.Id)], actor.Subject, now, cancellationToken);

        foreach (var key in keys.Where(key => told.Contains(key.Key.Id)))
            AuditTrail.Append(db, actor, now, ProviderKeyDesk.RecordOf("provider_key.read", organizationId, null, key.Key));

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    [LoggerMessage(2401, LogLevel.Error, "Provider key {KeyId} of customer {OrganizationId} cannot be decrypted: the key ring lacks its key, or the row was changed. Its owner must rotate it")]
    private partial void LogUnreadable(Guid keyId, Guid organizationId);
}
