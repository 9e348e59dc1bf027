using System.Runtime.CompilerServices;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Audit;

/// <summary>Reads the audit trail.</summary>
public sealed class AuditQueries(NpgsqlDataSource database, CustomerQueries customers, ActorNames names)
{
    /// <summary>Most rows of a page.</summary>
    public const int MaxPageSize = 100;

    // Who acted lately is who is looked for; older ones are found by their id in the address.
    private async Task<KeysetPage<AuditRow>> PageAsync(
        Actor actor, AuditFilter filter, JobCursor? cursor, int size, CancellationToken cancellationToken)
    {
        var page = KeysetPage.Of(await ReadAsync(filter, cursor, size, cancellationToken), cursor, size, row => (row.At, row.Id));

        return page with { Rows = await NameAsync(actor, page.Rows, cancellationToken) };
    }

    private const string Actors =
        "select distinct actor_subject from (select actor_subject from audit_entries order by at desc, id desc limit 20000) lately";

    /// <summary>One page of entries, newest first.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="filter">What the list is restricted to.</param>
    /// <param name="cursor">Where the page begins; null for the newest entries.</param>
    /// <param name="pageSize">Rows, at most <see cref="MaxPageSize"/>.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <exception cref="AccessDeniedException">The actor may not read the audit trail.</exception>
    public async Task<AuditList> ListAsync(Actor actor, AuditFilter filter, JobCursor? cursor, int pageSize, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewAudit);
        var page = await PageAsync(actor, filter, cursor, Math.Clamp(pageSize, 1, MaxPageSize), cancellationToken);

        return new AuditList(page.Rows, page.Newer, page.Older);
    }

    /// <summary>All entries that match, newest first, read a batch at a time.</summary>
    /// <exception cref="AccessDeniedException">The actor may not read the audit trail; thrown with the first row.</exception>
    public async IAsyncEnumerable<AuditRow> StreamAsync(
        Actor actor, AuditFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewAudit);

        await foreach (var row in KeysetPage.StreamAsync(cursor => PageAsync(actor, filter, cursor, MaxPageSize, cancellationToken)))
            yield return row;
    }

    /// <summary>The last seal of the chain; null when nothing is sealed yet.</summary>
    /// <exception cref="AccessDeniedException">The actor may not read the audit trail.</exception>
    public async Task<AuditSeal?> LastSealAsync(Actor actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewAudit);
        await using var command = database.CreateCommand("select seq, hash from audit_seals order by seq desc limit 1");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        return await reader.ReadAsync(cancellationToken) ? AuditSeal.Of(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    /// <summary>Who acted lately, by name.</summary>
    /// <exception cref="AccessDeniedException">The actor may not read the audit trail.</exception>
    public async Task<IReadOnlyList<AuditActor>> ActorsAsync(Actor actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewAudit);
        var subjects = new List<string>();
        await using (var command = database.CreateCommand(Actors))
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);

            while (await reader.ReadAsync(cancellationToken))
                subjects.Add(reader.GetString(0));
        }

        var named = await names.OfAsync(subjects, cancellationToken);

        return [.. named.Select(pair => new AuditActor(pair.Key, AuditWords.Actor(pair.Key, pair.Value)))
            .OrderBy(found => found.Name, StringComparer.OrdinalIgnoreCase).ThenBy(found => found.Subject, StringComparer.Ordinal)];
    }

    private async Task<List<AuditRow>> ReadAsync(AuditFilter filter, JobCursor? cursor, int size, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand();
        AuditListSql.Write(command, filter, cursor, size);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<AuditRow>(size + 1);

        while (await reader.ReadAsync(cancellationToken))
            rows.Add(AuditListSql.Read(reader));

        return rows;
    }

    private async Task<List<AuditRow>> NameAsync(Actor actor, List<AuditRow> rows, CancellationToken cancellationToken)
    {
        var owners = await customers.NamesAsync(actor, rows.Select(row => row.CustomerId).OfType<Guid>(), cancellationToken);
        var people = await names.OfAsync(rows.Select(row => row.ActorSubject), cancellationToken);

        return rows.ConvertAll(row => row with
        {
            CustomerName = row.CustomerId is { } id ? owners.GetValueOrDefault(id) : null,
            ActorName = AuditWords.Actor(row.ActorSubject, people[row.ActorSubject]),
        });
    }
}
