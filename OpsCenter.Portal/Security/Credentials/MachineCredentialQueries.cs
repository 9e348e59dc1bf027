using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Security.Credentials;

/// <summary>Reads machine credentials for people.</summary>
public sealed class MachineCredentialQueries(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    private const int MaxNames = 3;

    /// <summary>One page of the credentials that match.</summary>
    /// <exception cref="AccessDeniedException">The actor may not manage machine credentials.</exception>
    public async Task<MachineCredentialList> ListAsync(Actor actor, MachineCredentialFilter filter, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageMachineCredentials);
        var size = Math.Clamp(filter.PageSize, 1, MachineCredentialFilter.MaxPageSize);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var all = db.MachineCredentials.AsNoTracking();
        var usable = all.Where(IsUsableAt(clock.GetUtcNow()));
        var (count, usableCount) = (await all.CountAsync(cancellationToken), await usable.CountAsync(cancellationToken));
        var total = filter.IncludesEnded ? count : usableCount;
        var pages = Math.Max(1, (total + size - 1) / size);
        var page = Math.Clamp(filter.Page, 1, pages);
        var shown = (filter.IncludesEnded ? all : usable)
            .OrderBy(c => c.Name.ToLower())
            .ThenByDescending(c => c.Id)
            .Skip((page - 1) * size)
            .Take(size);

        return new MachineCredentialList(await Rows(db, shown).ToListAsync(cancellationToken), total, page, pages, count > usableCount);
    }

    /// <summary>All credentials that match, read as they are asked for; page and page size are left aside.</summary>
    /// <exception cref="AccessDeniedException">The actor may not manage machine credentials; thrown with the first row.</exception>
    public async IAsyncEnumerable<MachineCredentialRow> StreamAsync(
        Actor actor, MachineCredentialFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageMachineCredentials);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var all = db.MachineCredentials.AsNoTracking();
        var matching = filter.IncludesEnded ? all : all.Where(IsUsableAt(clock.GetUtcNow()));
        var rows = Rows(db, matching.OrderBy(c => c.Name.ToLower()).ThenByDescending(c => c.Id)).AsAsyncEnumerable();

        await foreach (var row in rows.WithCancellation(cancellationToken))
            yield return row;
    }

    /// <summary>
    /// Names of the first few credentials, usable or not, that have a source: whoever gets it too shares job keys with them.
    /// </summary>
    /// <exception cref="AccessDeniedException">The actor may not manage machine credentials.</exception>
    public async Task<IReadOnlyList<string>> NamesOnSourceAsync(Actor actor, string source, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageMachineCredentials);
        var wanted = source.Trim();

        if (MachineCredentialRules.ProblemWithSource(wanted) is not null)
            return [];

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        return await db.MachineCredentials
            .Where(c => c.Source == wanted)
            .Select(c => c.Name)
            .Distinct()
            .OrderBy(name => name)
            .Take(MaxNames)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Whether no other usable credential may report usage, so that without this one none comes in.</summary>
    /// <exception cref="AccessDeniedException">The actor may not manage machine credentials.</exception>
    public async Task<bool> IsLastThatReportsUsageAsync(Actor actor, Guid credentialId, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageMachineCredentials);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // Scopes are a list of texts in the database, of which EF Core knows nothing; usable credentials are few.
        var usable = await db.MachineCredentials
            .Where(IsUsableAt(clock.GetUtcNow()))
            .Select(c => new { c.Id, c.Scopes })
            .ToListAsync(cancellationToken);
        var reporting = usable.Where(c => c.Scopes.HasFlag(MachineScopes.UsageWrite)).ToList();

        return reporting is [var only] && only.Id == credentialId;
    }

    internal static Expression<Func<MachineCredential, bool>> IsUsableAt(DateTimeOffset now) =>
        c => c.RevokedAt == null && (c.ExpiresAt == null || c.ExpiresAt > now);

    internal static IQueryable<MachineCredentialRow> Rows(OpsCenterDbContext db, IQueryable<MachineCredential> credentials) =>
        credentials.Select(c => new MachineCredentialRow(
            c.Id,
            c.Source,
            new MachineCredentialSettings(c.Name, c.Scopes, c.PermitsPerSecond, c.Burst, c.RequiresJobKey),
            c.CreatedAt,
            c.ExpiresAt,
            c.RevokedAt,
            c.LastUsedAt,
            db.MachineCredentials.Any(next => next.RotatedFrom == c.Id)));
}
