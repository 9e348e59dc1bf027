using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Options;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Usage.Overview;
using OpsCenter.Portal.Usage.Overview.Pages;
using OpsCenter.Portal.Usage.Pages;

namespace OpsCenter.Portal.Usage.Notices;

/// <summary>Works out what operators should look at. Every question reads few rows, or stops counting at a limit.</summary>
public sealed class NoticeQueries(NpgsqlDataSource database, RateCardQueries rateCards, IOptions<RateCardOptions> options, TimeProvider clock)
{
    /// <summary>Routes and sources that are named at most.</summary>
    public const int MaxNamed = 5;

    private const int MaxCounted = 10_000;

    private const string OldHolds =
        "select count(*), min(held_at) from (select held_at from holds where state = 'open' and held_at < $1 order by held_at limit $2) old";

    private const string Margins =
        """
        select route, sum(llm_fee + agent_fee + tools_fee) as revenue, sum(llm_cost + tools_cost) as cost
        from daily_rollups where day >= $1
        group by route, currency
        having sum(llm_cost + tools_cost) > sum(llm_fee + agent_fee + tools_fee) * (100 - $2) / 100
        order by sum(llm_cost + tools_cost) - sum(llm_fee + agent_fee + tools_fee) desc
        limit $3
        """;

    private const string Unkeyed =
        """
        select source, count(*) from (select source from usage_events where job_id is null and received_at >= $1 limit $2) unkeyed
        group by source order by count(*) desc, source limit $3
        """;

    private const string Duplicates = "select count(*) from (select from likely_duplicates where state = 'open' limit $1) open";

    private const string Unbilled =
        """
        select currency, count(*), sum(total) from (
            select l.total, l.currency from ledger_entries l
            where l.billing_period_id is null and l.occurred_at >= $1 and l.kind = 'charge'
                and not exists (select from ledger_entries r where r.event_id = l.event_id and r.reverses_seq = l.seq)
            order by l.occurred_at desc limit $2) unbilled
        group by currency order by currency
        """;

    /// <summary>What there is to look at now, most urgent first.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see all jobs.</exception>
    public async Task<ImmutableArray<Notice>> GetAsync(Actor actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewAllJobs);
        var now = clock.GetUtcNow();
        var floor = options.Value.Floor;
        var notices = ImmutableArray.CreateBuilder<Notice>();
        await using var batch = database.CreateBatch();
        Add(OldHolds, now.AddDays(-1), MaxCounted + 1);
        Add(Duplicates, MaxCounted + 1);
        Add(Unbilled, now.AddDays(-7), MaxCounted + 1);
        Add(Margins, DateOnly.FromDateTime(now.UtcDateTime).AddDays(-6), floor.Percent, MaxNamed);
        Add(Unkeyed, now.AddDays(-1), MaxCounted + 1, MaxNamed);

        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            await EachAsync(reader, () => HoldsNotice(reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetFieldValue<DateTimeOffset>(1)), notices, cancellationToken);
            await EachAsync(reader, () => DuplicatesNotice(reader.GetInt64(0)), notices, cancellationToken);
            await EachAsync(reader, () => UnbilledNotice(reader.GetString(0), reader.GetInt64(1), reader.GetDecimal(2)), notices, cancellationToken);
            await EachAsync(reader, () => MarginNotice(reader.GetString(0), reader.GetDecimal(1), reader.GetDecimal(2), floor), notices, cancellationToken);
            await EachAsync(reader, () => UnkeyedNotice(reader.GetString(0), reader.GetInt64(1)), notices, cancellationToken);
        }

        var breaches = floor.Breaches(RateCardSheet.Of((await rateCards.CurrentAsync(actor, cancellationToken)).Content));

        if (breaches.Length > 0)
            notices.Add(CardNotice(breaches.Length, floor));

        return notices.ToImmutable();

        void Add(string statement, params object[] values)
        {
            var command = new NpgsqlBatchCommand(statement);
            command.Parameters.AddAll(values);
            batch.BatchCommands.Add(command);
        }
    }

    private static async Task EachAsync(NpgsqlDataReader reader, Func<Notice?> read, ImmutableArray<Notice>.Builder notices, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken))
        {
            if (read() is { } notice)
                notices.Add(notice);
        }

        await reader.NextResultAsync(cancellationToken);
    }

    private static Notice? HoldsNotice(long count, DateTimeOffset? oldest) => count == 0 || oldest is not { } since
        ? null
        : new Notice(
            $"{Counted(count, "job has been held", "jobs have been held")} for more than a day",
            $"The oldest since {since.UtcDateTime.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)} UTC. Nothing is charged until they have a price.",
            PortalUrls.Holds,
            Permission.ViewAllJobs);

    private static Notice? DuplicatesNotice(long count) => count == 0
        ? null
        : new Notice(
            $"{Counted(count, "job looks", "jobs look")} as if reported twice",
            "Their reports carry no job key and say the same as the one before. Give the money back, or let them stand.",
            PortalUrls.Duplicates,
            Permission.ViewAllJobs);

    private static Notice UnbilledNotice(string currency, long count, decimal amount) => new(
        $"{Counted(count, "job", "jobs")} of the last 7 days billed to nobody",
        $"{(count > MaxCounted ? "The newest of them" : "Together")} {amount.ToString("N2", CultureInfo.InvariantCulture)} {currency}: their customers had no running subscription.",
        PortalUrls.JobsWith(JobListAddress.BilledName, "no"),
        Permission.ViewAllJobs);

    private static Notice MarginNotice(string route, decimal revenue, decimal cost, MarginFloor floor) => new(
        PriceMargin.Percent(revenue, cost) is { } margin
            ? $"{route} left {margin.ToString("0.0", CultureInfo.InvariantCulture)} % of its revenue in the last 7 days"
            : $"{route} cost something and brought nothing in the last 7 days",
        $"The margin floor is {floor.Percent.ToString("0.#", CultureInfo.InvariantCulture)} %.",
        OverviewWords.Jobs(OverviewPeriod.Last7Days, OverviewScope.All).With(JobListAddress.RouteName, route).ToHref(),
        Permission.ViewAllJobs);

    private static Notice UnkeyedNotice(string source, long count) => new(
        $"{source} sent {Counted(count, "report", "reports")} without a job key in the last 24 hours",
        "A retry of such a report is charged again. Let its credential require a key.",
        PortalUrls.MachineCredentials,
        Permission.ManageMachineCredentials);

    private static Notice CardNotice(int count, MarginFloor floor) => new(
        $"{Counted(count, "price", "prices")} on the rate card below the margin floor",
        $"They leave less than {floor.Percent.ToString("0.#", CultureInfo.InvariantCulture)} %, for a reason that was given when they were published.",
        PortalUrls.RateCard,
        Permission.ViewRateCard);

    private static string Counted(long count, string one, string many) => count switch
    {
        1 => $"1 {one}",
        > MaxCounted => $"More than {MaxCounted:N0} {many}",
        _ => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {many}",
    };
}
