using System.Runtime.CompilerServices;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.RateCards;

namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>Reads lists of jobs. Whatever the filter says, a reader gets only what they may see.</summary>
public sealed class JobQueries(NpgsqlDataSource database, CustomerQueries customers, RateCardCache cards)
{
    /// <summary>Most rows of a page.</summary>
    public const int MaxPageSize = 100;

    private const int StreamBatch = 2_000;

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
        var page = await PageAsync(actor, scope, filter, cursor, Math.Clamp(pageSize, 1, MaxPageSize), cancellationToken);

        return new JobList(page.Rows, page.Newer, page.Older, scope.SeesCosts, scope.OrganizationId is null);
    }

    /// <summary>All jobs that match, newest first, read a batch at a time: as many as there are need no more memory than a few.</summary>
    /// <param name="actor">Operators see all customers, with costs; members their own organisation, without.</param>
    /// <param name="filter">What the list is restricted to.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="AccessDeniedException">The actor may see no jobs at all; thrown with the first row.</exception>
    public async IAsyncEnumerable<JobRow> StreamAsync(
        Actor actor, JobFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var scope = JobScope.Of(actor);

        await foreach (var row in KeysetPage.StreamAsync(cursor => PageAsync(actor, scope, filter, cursor, StreamBatch, cancellationToken)))
            yield return row;
    }

    private async Task<KeysetPage<JobRow>> PageAsync(
        Actor actor, JobScope scope, JobFilter filter, JobCursor? cursor, int size, CancellationToken cancellationToken)
    {
        var page = KeysetPage.Of(await ReadAsync(scope, filter, cursor, size, cancellationToken), cursor, size, row => (row.OccurredAt, row.EventId));

        return page with { Rows = await FlagAsync(await NameAsync(actor, page.Rows, cancellationToken), cancellationToken) };
    }

    private async Task<List<JobRow>> ReadAsync(
        JobScope scope, JobFilter filter, JobCursor? cursor, int size, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var ids = filter.JobId is { } text ? await JobIdLookup.FindAsync(connection, text, cancellationToken) : null;

        if (await JobDays.NarrowAsync(connection, scope, filter, cancellationToken) is not { } days)
            return [];

        await using var batch = new NpgsqlBatch(connection);
        JobListSql.Write(batch, scope, filter with { Days = days }, ids, cursor, size);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var rows = new List<JobRow>(size + 1);

        do
        {
            while (await reader.ReadAsync(cancellationToken))
                rows.Add(JobRowReader.Read(reader));
        }
        while (await reader.NextResultAsync(cancellationToken));

        return batch.BatchCommands.Count == 1 ? rows : JobListSql.Merge(rows, cursor, size);
    }

    private async Task<List<JobRow>> NameAsync(Actor actor, List<JobRow> rows, CancellationToken cancellationToken)
    {
        var names = await customers.NamesAsync(actor, rows.Select(r => r.CustomerId).OfType<Guid>(), cancellationToken);

        return rows.ConvertAll(row => row with { CustomerName = NameOf(row) });

        string NameOf(JobRow row) => row.CustomerId is { } id && names.TryGetValue(id, out var name) ? name : row.CustomerName;
    }

    // Published versions are in memory and never change: nothing more is read from the database.
    private async Task<List<JobRow>> FlagAsync(List<JobRow> rows, CancellationToken cancellationToken)
    {
        var versions = new Dictionary<int, RateCard>();

        foreach (var version in rows.Select(row => row.FirstVersion).OfType<int>().Distinct())
            versions.Add(version, await cards.GetAsync(version, cancellationToken));

        return rows.ConvertAll(row => row with
        {
            AgentWasDisabled = row.FirstVersion is { } version && versions[version].FindAgent(row.Agent) is { Active: false },
        });
    }
}
