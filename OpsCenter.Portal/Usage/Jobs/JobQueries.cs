using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Organizations;

namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>Reads lists of jobs. Whatever the filter says, a reader gets only what they may see.</summary>
public sealed class JobQueries(NpgsqlDataSource database, CustomerQueries customers)
{
    /// <summary>Most rows of a page.</summary>
    public const int MaxPageSize = 100;

    /// <summary>One page of jobs, newest first.</summary>
    /// <param name="actor">Operators see all customers, with costs; members their own organisation, without.</param>
    /// <param name="filter">What the list is restricted to.</param>
    /// <param name="cursor">Where the page begins; null for the newest jobs.</param>
    /// <param name="pageSize">Rows, at most <see cref="MaxPageSize"/>.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <exception cref="AccessDeniedException">The actor may see no jobs at all.</exception>
    public async Task<JobList> ListAsync(
        Actor actor, JobFilter filter, JobCursor? cursor, int pageSize, CancellationToken cancellationToken)
    {
        var scope = JobScope.Of(actor);
        var size = Math.Clamp(pageSize, 1, MaxPageSize);
        var rows = await ReadAsync(scope, filter, cursor, size, cancellationToken);
        var more = rows.Count > size;

        if (more)
            rows.RemoveAt(size);

        if (cursor is { Direction: JobCursorDirection.Newer })
            rows.Reverse();

        var named = await NameAsync(actor, rows, cancellationToken);

        return new JobList(
            named,
            HasNewer(cursor, more) ? Beside(named, JobCursorDirection.Newer) : null,
            HasOlder(cursor, more) ? Beside(named, JobCursorDirection.Older) : null,
            scope.SeesCosts,
            scope.OrganizationId is null);
    }

    private async Task<List<JobRow>> ReadAsync(
        JobScope scope, JobFilter filter, JobCursor? cursor, int size, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var ids = filter.JobId is { } text ? await JobIdLookup.FindAsync(connection, text, cancellationToken) : null;
        await using var command = connection.CreateCommand();
        JobListSql.Write(command, scope, filter, ids, cursor, size);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<JobRow>(size + 1);

        while (await reader.ReadAsync(cancellationToken))
            rows.Add(JobRowReader.Read(reader));

        return rows;
    }

    private async Task<List<JobRow>> NameAsync(Actor actor, List<JobRow> rows, CancellationToken cancellationToken)
    {
        var names = await customers.NamesAsync(actor, rows.Select(r => r.CustomerId).OfType<Guid>(), cancellationToken);

        return rows.ConvertAll(row => row with { CustomerName = NameOf(row) });

        string NameOf(JobRow row) => row.CustomerId is { } id && names.TryGetValue(id, out var name) ? name : row.CustomerName;
    }

    // Whoever came from a job on the other side of the cursor can go back to it.
    private static bool HasNewer(JobCursor? cursor, bool more) =>
        cursor is not null && (more || cursor.Direction is JobCursorDirection.Older);

    private static bool HasOlder(JobCursor? cursor, bool more) => cursor?.Direction is JobCursorDirection.Newer || more;

    private static JobCursor? Beside(List<JobRow> rows, JobCursorDirection direction)
    {
        if (rows.Count == 0)
            return null;

        var edge = direction switch
        {
            JobCursorDirection.Newer => rows[0],
            JobCursorDirection.Older => rows[^1],
        };

        return new JobCursor(edge.OccurredAt, edge.EventId, direction);
    }
}
