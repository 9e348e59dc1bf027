using System.Collections.Immutable;
using System.Data;
using Microsoft.Extensions.Options;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Usage.Overview;

namespace OpsCenter.Portal.Usage.Margin;

/// <summary>Reads margins from the roll-ups: their cost grows with days, customers, agents, routes and tools, never with jobs.</summary>
public sealed class MarginQueries(NpgsqlDataSource database, CustomerQueries customers, IOptions<RateCardOptions> options, TimeProvider clock)
{
    /// <summary>Most rows of one currency; the smallest ones beyond are left out of the list, not of the total.</summary>
    public const int MaxRows = 1_000;

    private const string Any = "select exists (select from daily_rollups)";

    private const string JobSums =
        "sum(jobs)::bigint, sum(llm_fee + agent_fee + tools_fee) as revenue, sum(llm_cost + tools_cost) from daily_rollups where day >= $1 and day < $2";

    private const string ToolSums =
        "sum(uses)::bigint, sum(fee) as revenue, sum(cost) from tool_rollups where hour >= $1 and hour < $2";

    /// <summary>The margins of a period as they are now.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see the jobs of all customers.</exception>
    public async Task<MarginReport> GetAsync(Actor actor, MarginDimension by, OverviewPeriod period, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewAllJobs);
        var now = clock.GetUtcNow();
        var span = OverviewSpan.Of(period, now);
        var (rows, hasJobs) = await ReadAsync(by, span, cancellationToken);
        var ids = rows.Select(row => row.CustomerId).OfType<Guid>().Distinct().ToArray();
        var names = ids.Length == 0 ? ImmutableDictionary<Guid, string>.Empty : await customers.NamesAsync(actor, ids, cancellationToken);
        var currencies = rows
            .GroupBy(row => row.Revenue.Currency)
            .OrderBy(group => group.Key.Code, StringComparer.Ordinal)
            .Select(group => new CurrencyMargin(Sum(group, group.Key), [.. group.Take(MaxRows).Select(Named)]));

        return new MarginReport(span, by, now, options.Value.Floor, [.. currencies], hasJobs);

        MarginRow Named(MarginRow row) => row.CustomerId is { } id ? row with { Name = names.GetValueOrDefault(id, id.ToString()) } : row;
    }

    // One snapshot: a page that says that there are no jobs must not show some.
    private async Task<(List<MarginRow> Rows, bool HasJobs)> ReadAsync(MarginDimension by, OverviewSpan span, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Command(by, span), new NpgsqlBatchCommand(Any) } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var rows = new List<MarginRow>();

        while (await reader.ReadAsync(cancellationToken))
            rows.Add(Row(reader));

        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);

        return (rows, reader.GetBoolean(0));
    }

    // Days are whole days of the period also for today, because nothing lies in the future.
    private static NpgsqlBatchCommand Command(MarginDimension by, OverviewSpan span)
    {
        var command = new NpgsqlBatchCommand(by switch
        {
            MarginDimension.Route => $"select currency, route as name, null::uuid as customer, {JobSums} group by currency, route order by revenue desc, name",
            MarginDimension.Agent => $"select currency, agent_name as name, null::uuid as customer, {JobSums} group by currency, agent_name order by revenue desc, name",
            MarginDimension.Customer => $"select currency, null::text as name, organization_id as customer, {JobSums} group by currency, organization_id order by revenue desc, customer",
            MarginDimension.Tool => $"select currency, tool as name, null::uuid as customer, {ToolSums} group by currency, tool order by revenue desc, name",
        });

        if (by is MarginDimension.Tool)
            command.Parameters.AddAll(span.From, span.Until);
        else
            command.Parameters.AddAll(DateOnly.FromDateTime(span.From.UtcDateTime), DateOnly.FromDateTime(span.Until.UtcDateTime));

        return command;
    }

    private static MarginRow Row(NpgsqlDataReader reader)
    {
        var currency = Currency.Of(reader.GetString(0));

        return new MarginRow(
            reader.IsDBNull(1) ? null : reader.GetString(1),
            reader.IsDBNull(2) ? null : reader.GetGuid(2),
            reader.GetInt64(3),
            new Money(reader.GetDecimal(4), currency),
            new Money(reader.GetDecimal(5), currency));
    }

    private static MarginRow Sum(IEnumerable<MarginRow> rows, Currency currency) => rows.Aggregate(
        new MarginRow(null, null, 0, Money.Zero(currency), Money.Zero(currency)),
        (sum, row) => sum with { Jobs = sum.Jobs + row.Jobs, Revenue = sum.Revenue + row.Revenue, Cost = sum.Cost + row.Cost });
}
