using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.ProviderKeys;

/// <summary>Changes one key in a transaction of its own: locked, compared with what was seen, written, told in the audit trail.</summary>
public sealed class ProviderKeyDesk(IDbContextFactory<OpsCenterDbContext> contexts, ActorNames names, TimeProvider clock)
{
    private static readonly ProviderKeyOutcome.Refused Gone = new("This key was removed meanwhile.");

    /// <summary>Changes a key.</summary>
    /// <param name="actor">Who does it; the caller has checked that they may.</param>
    /// <param name="organizationId">Whose key it is.</param>
    /// <param name="seen">The key as the actor saw it.</param>
    /// <param name="action">What is done, for the audit trail.</param>
    /// <param name="change">Gives the key as it shall be and its stored secret; a null secret removes it.</param>
    /// <param name="cancellationToken">Nothing is changed when it comes before the commit.</param>
    internal async Task<ProviderKeyOutcome> ChangeAsync(
        Actor actor,
        Guid organizationId,
        ProviderKey seen,
        string action,
        Func<StoredProviderKey, DateTimeOffset, (ProviderKey Key, string? Secret)> change,
        CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        if (await ProviderKeyTable.LockAsync(connection, organizationId, seen.Id, cancellationToken) is not { } stored)
            return Gone;

        if (stored.Key.ChangedAt != seen.ChangedAt)
            return new ProviderKeyOutcome.Refused($"{await NameAsync(stored.ChangedBy, cancellationToken)} changed this key meanwhile. Look at it again first.");

        var now = clock.GetUtcNow();
        // A change is told from the one before by its time, also on a clock that stands still or was set back.
        var after = now > stored.Key.ChangedAt ? now : stored.Key.ChangedAt.AddMicroseconds(1);
        var (key, secret) = change(stored, after);
        key = key with { ChangedAt = new DateTimeOffset(after.UtcTicks - (after.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero) };
        await ProviderKeyTable.SaveAsync(connection, key, secret, actor.Subject, cancellationToken);
        AuditTrail.Append(db, actor, now, RecordOf(action, organizationId, stored.Key, key));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return new ProviderKeyOutcome.Done(key);
    }

    /// <summary>What the audit trail tells of a key; never the key.</summary>
    internal static AuditRecord RecordOf(string action, Guid organizationId, ProviderKey? before, ProviderKey after) => new(
        action, "provider_key", after.Id.ToString(), before is null ? null : StateOf(before), StateOf(after), OrganizationId: organizationId);

    // Names are the customer's own words, and may name people.
    private static object StateOf(ProviderKey key) => new { key.Provider, key.RotatedAt, Test = key.Test is { } test ? EnumText<Domain.ProviderKeys.ProviderKeyTestOutcome>.Of(test.Outcome) : null };

    private async Task<string> NameAsync(string subject, CancellationToken cancellationToken) => (await names.OfAsync([subject], cancellationToken))[subject];
}
