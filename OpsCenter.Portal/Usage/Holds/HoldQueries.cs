using System.Runtime.CompilerServices;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>Reads what waits for a price or a customer, and what did.</summary>
public sealed class HoldQueries(
    NpgsqlDataSource database, CustomerQueries customers, RateCardQueries rateCards, ActorNames names)
{
    /// <summary>Most rows of a page.</summary>
    public const int MaxPageSize = 100;

    private const int StreamBatch = 1_000;

    /// <summary>Most groups.</summary>
    public const int MaxGroups = 50;

    /// <summary>Most holds that are grouped.</summary>
    public const int MaxGrouped = 100_000;

    // Sums of few roll-up rows and the head of an index: as cheap with a million open holds as with one.
    private const string Summary =
        """
        select coalesce(sum(held_jobs), 0)::bigint, sum(exposure), min(currency),
            (select held_at from holds where state = 'open' order by held_at limit 1)
        from daily_rollups where held_jobs <> 0
        """;

    private const string Groups =
        """
        with waiting as (
            select causes, organization_id, exposure, currency, held_at from holds where state = 'open'
            order by occurred_at desc, event_id desc limit $1)
        select c.reason, c.subject, count(*), sum(w.exposure), min(w.currency), min(w.held_at), (select count(*) from waiting) > $3
        from waiting w cross join lateral jsonb_to_recordset(w.causes) as c(reason text, subject text)
        where c.reason <> 'unknown_customer' or w.organization_id is null
        group by c.reason, c.subject order by count(*) desc, c.reason, c.subject limit $2
        """;

    /// <summary>How much waits; cheap enough to be asked every few seconds.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see all jobs.</exception>
    public async Task<HoldSummary> SummaryAsync(Actor actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewAllJobs);
        await using var command = database.CreateCommand(Summary);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);

        return new HoldSummary(
            reader.GetInt64(0),
            reader.IsDBNull(1) ? null : new Money(reader.GetDecimal(1), Currency.Of(reader.GetString(2))),
            reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3));
    }

    /// <summary>What open holds lack.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see all jobs.</exception>
    public async Task<HoldGroups> GroupsAsync(Actor actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewAllJobs);
        var card = (await rateCards.CurrentAsync(actor, cancellationToken)).Content;
        await using var command = database.CreateCommand(Groups);
        command.Parameters.AddAll(MaxGrouped + 1, MaxGroups, MaxGrouped);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (groups, isPartial) = (new List<HoldGroup>(), false);

        while (await reader.ReadAsync(cancellationToken))
        {
            var cause = new HoldCause(EnumText<HoldReason>.Parse(reader.GetString(0)), reader.GetString(1));
            var exposure = new Money(reader.GetDecimal(3), Currency.Of(reader.GetString(4)));
            groups.Add(new HoldGroup(cause, reader.GetInt64(2), exposure, reader.GetFieldValue<DateTimeOffset>(5), IsOn(card, cause)));
            isPartial = reader.GetBoolean(6);
        }

        return new HoldGroups(groups, isPartial);
    }

    /// <summary>One page of holds, newest job first.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="filter">What the list is restricted to.</param>
    /// <param name="cursor">Where the page begins; null for the newest jobs.</param>
    /// <param name="pageSize">Rows, at most <see cref="MaxPageSize"/>.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <exception cref="AccessDeniedException">The actor may not see all jobs.</exception>
    public async Task<HoldList> ListAsync(Actor actor, HoldFilter filter, JobCursor? cursor, int pageSize, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewAllJobs);
        var page = await PageAsync(actor, filter, cursor, Math.Clamp(pageSize, 1, MaxPageSize), cancellationToken);

        return new HoldList(page.Rows, page.Newer, page.Older);
    }

    /// <summary>All holds that match, newest job first, read a batch at a time.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see all jobs; thrown with the first row.</exception>
    public async IAsyncEnumerable<HoldRow> StreamAsync(
        Actor actor, HoldFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewAllJobs);

        await foreach (var row in KeysetPage.StreamAsync(cursor => PageAsync(actor, filter, cursor, StreamBatch, cancellationToken)))
            yield return row;
    }

    private async Task<KeysetPage<HoldRow>> PageAsync(
        Actor actor, HoldFilter filter, JobCursor? cursor, int size, CancellationToken cancellationToken)
    {
        var page = KeysetPage.Of(await ReadAsync(filter, cursor, size, cancellationToken), cursor, size, row => (row.OccurredAt, row.EventId));

        return page with { Rows = await NameAsync(actor, page.Rows, cancellationToken) };
    }

    private static bool IsOn(RateCardContent card, HoldCause cause) => cause.Reason switch
    {
        HoldReason.UnknownRoute => card.Routes.Any(route => route.Route == cause.Subject),
        HoldReason.UnknownAgent => card.Agents.Any(agent => agent.Name == cause.Subject),
        HoldReason.UnknownTool => card.Tools.Any(tool => tool.Name == cause.Subject),
        HoldReason.UnknownCustomer => false,
    };

    private async Task<List<HoldRow>> ReadAsync(HoldFilter filter, JobCursor? cursor, int size, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand();
        HoldListSql.Write(command, filter, cursor, size);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<HoldRow>(size + 1);

        while (await reader.ReadAsync(cancellationToken))
            rows.Add(HoldListSql.Read(reader));

        return rows;
    }

    private async Task<List<HoldRow>> NameAsync(Actor actor, List<HoldRow> rows, CancellationToken cancellationToken)
    {
        var owners = await customers.NamesAsync(actor, rows.Select(row => row.CustomerId).OfType<Guid>(), cancellationToken);
        var people = await names.OfAsync(rows.Select(row => row.ResolvedBy).OfType<string>(), cancellationToken);

        return rows.ConvertAll(row => row with
        {
            CustomerName = row.CustomerId is { } id && owners.TryGetValue(id, out var name) ? name : row.CustomerRef,
            ResolvedBy = row.ResolvedBy is { } subject ? people[subject] : null,
        });
    }
}
