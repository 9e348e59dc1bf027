using Npgsql;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Periods;

/// <summary>
/// The billing periods and grants of some customers, for posting entries in one transaction. The open periods are locked until it ends, so a
/// period is not closed while something is posted into it, and one customer's included usage is never consumed by two at once.
/// </summary>
internal sealed class PostingBook
{
    // In the order of ids, as whoever locks several of them does.
    private const string OpenPeriods =
        """
        select id, organization_id, starts_at, ends_at, true, used - used_covered from billing_periods
        where organization_id = any($1) and closed_at is null order by id for update
        """;

    private const string ClosedPeriods =
        """
        select id, organization_id, starts_at, ends_at, false, used - used_covered from billing_periods
        where organization_id = any($1) and ends_at > $2 and closed_at is not null
        """;

    private const string Grants =
        """
        select id, organization_id, billing_period_id, amount, consumed, priority, valid_from, expires_at from credit_grants
        where organization_id = any($1) and expires_at > $2 order by id for update
        """;

    private const string SavePeriods =
        """
        update billing_periods p set llm_fee = p.llm_fee + c.llm, agent_fee = p.agent_fee + c.agent, tools_fee = p.tools_fee + c.tools,
            covered = p.covered + c.covered, credited = p.credited + c.credited
        from unnest($1::uuid[], $2::numeric[], $3::numeric[], $4::numeric[], $5::numeric[], $6::numeric[]) as c(id, llm, agent, tools, covered, credited)
        where p.id = c.id
        """;

    private const string SaveUse =
        """
        update billing_periods p set used = p.used + c.used, used_covered = p.used_covered + c.used_covered, jobs = p.jobs + c.jobs,
            input_tokens = p.input_tokens + c.input, output_tokens = p.output_tokens + c.output, agent_tokens = p.agent_tokens + c.input + c.output,
            searches = p.searches + c.searches
        from unnest($1::uuid[], $2::numeric[], $3::numeric[], $4::bigint[], $5::bigint[], $6::bigint[], $7::numeric[])
            as c(id, used, used_covered, jobs, input, output, searches)
        where p.id = c.id
        """;

    private const string SaveGrants =
        "update credit_grants g set consumed = c.consumed from unnest($1::uuid[], $2::numeric[]) as c(id, consumed) where g.id = c.id";

    private readonly Dictionary<Guid, List<PeriodAccount>> periods = [];
    private readonly Dictionary<Guid, List<CreditGrant>> grants = [];
    private readonly Dictionary<CreditGrant, decimal> consumedBefore = [];

    /// <summary>The statements that read a book, for a batch of the caller; then <see cref="Read"/> takes their three results.</summary>
    /// <param name="organizations">The customers.</param>
    /// <param name="earliest">When the earliest of the jobs happened.</param>
    public static IEnumerable<NpgsqlBatchCommand> ReadCommands(Guid[] organizations, DateTimeOffset earliest)
    {
        yield return With(OpenPeriods, organizations);
        yield return With(ClosedPeriods, organizations, earliest);
        yield return With(Grants, organizations, earliest);
    }

    /// <summary>Reads three results, beginning with the one that the reader stands on.</summary>
    public static PostingBook Read(NpgsqlDataReader reader)
    {
        var book = new PostingBook();

        for (var result = 0; result < 2; result++)
        {
            while (reader.Read())
                book.Add(ReadPeriod(reader));

            reader.NextResult();
        }

        while (reader.Read())
            book.Add(reader.GetGuid(1), ReadGrant(reader));

        return book;
    }

    /// <summary>Reads the book of one customer, in the caller's transaction.</summary>
    public static async Task<PostingBook> OpenAsync(
        NpgsqlConnection connection, Guid[] organizations, DateTimeOffset earliest, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);

        foreach (var command in ReadCommands(organizations, earliest))
            batch.BatchCommands.Add(command);

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);

        return Read(reader);
    }

    /// <summary>Posts a charge or a reversal.</summary>
    /// <param name="organization">Whose money.</param>
    /// <param name="occurredAt">When the job happened.</param>
    /// <param name="postedAt">When the entry is made; names its month when nobody is billed for it.</param>
    /// <param name="price">What it changes; all negative in a reversal.</param>
    /// <param name="unbilled">The job's first charge was not billed to anybody, so its corrections are not either.</param>
    public Posting Post(Guid organization, DateTimeOffset occurredAt, DateTimeOffset postedAt, JobPrice price, bool unbilled = false)
    {
        var usage = unbilled ? null : PeriodAt(organization, occurredAt);
        var target = usage is { IsOpen: true } ? usage : usage is null ? null : FirstOpen(organization);

        if (usage is null || target is null)
            return new Posting(null, UsagePeriod.Of(occurredAt), UsagePeriod.Of(postedAt), 0);

        var total = price.Total.Amount;
        var covered = AllowanceRule.Cover(GrantsFor(organization, usage.Id, occurredAt), total, usage.Overage);
        usage.Use(total, covered);
        target.Post(price, covered);

        return new Posting(target.Id, usage.Name, target.Name, covered);
    }

    /// <summary>Posts money given back; it is not about included usage.</summary>
    public Posting Credit(Guid organization, decimal amount, DateTimeOffset now)
    {
        var target = PeriodAt(organization, now) is { IsOpen: true } current ? current : FirstOpen(organization);
        target?.Credit(amount);
        var name = target?.Name ?? UsagePeriod.Of(now);

        return new Posting(target?.Id, name, name, 0);
    }

    /// <summary>Counts a job on the meters of the period in which it ran.</summary>
    public void Count(Guid organization, DateTimeOffset occurredAt, JobUsage usage, decimal searches) =>
        PeriodAt(organization, occurredAt)?.Count(usage, searches);

    /// <summary>The statements that write what was posted.</summary>
    public IEnumerable<NpgsqlBatchCommand> SaveCommands()
    {
        PeriodAccount[] changed = [.. periods.Values.SelectMany(p => p).Where(p => p.IsChanged).OrderBy(p => p.Id)];
        CreditGrant[] consumed = [.. consumedBefore.Where(g => g.Key.Consumed != g.Value).Select(g => g.Key).OrderBy(g => g.Id)];
        PeriodAccount[] open = [.. changed.Where(p => p.IsOpen)];

        if (open.Length > 0)
            yield return SaveOpen(open);

        if (changed.Length > 0)
            yield return SaveUsed(changed);

        if (consumed.Length > 0)
        {
            var rows = new ColumnArrays<CreditGrant>(SaveGrants, consumed);
            rows.Add(g => g.Id);
            rows.Add(g => g.Consumed);
            yield return rows.Command;
        }
    }

    /// <summary>Writes what was posted.</summary>
    public async Task SaveAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);

        foreach (var command in SaveCommands())
            batch.BatchCommands.Add(command);

        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlBatchCommand SaveOpen(PeriodAccount[] open)
    {
        var rows = new ColumnArrays<PeriodAccount>(SavePeriods, open);
        rows.Add(p => p.Id);
        rows.Add(p => p.LlmFee);
        rows.Add(p => p.AgentFee);
        rows.Add(p => p.ToolsFee);
        rows.Add(p => p.Covered);
        rows.Add(p => p.Credited);

        return rows.Command;
    }

    private static NpgsqlBatchCommand SaveUsed(PeriodAccount[] changed)
    {
        var rows = new ColumnArrays<PeriodAccount>(SaveUse, changed);
        rows.Add(p => p.Id);
        rows.Add(p => p.Used);
        rows.Add(p => p.UsedCovered);
        rows.Add(p => p.Jobs);
        rows.Add(p => p.InputTokens);
        rows.Add(p => p.OutputTokens);
        rows.Add(p => p.Searches);

        return rows.Command;
    }

    private PeriodAccount? PeriodAt(Guid organization, DateTimeOffset moment) =>
        periods.TryGetValue(organization, out var all) ? all.Find(p => p.Contains(moment)) : null;

    private PeriodAccount? FirstOpen(Guid organization) =>
        periods.TryGetValue(organization, out var all) ? all.Where(p => p.IsOpen).MinBy(p => p.StartsAt) : null;

    private CreditGrant[] GrantsFor(Guid organization, Guid usagePeriod, DateTimeOffset occurredAt) =>
        grants.TryGetValue(organization, out var all) ? AllowanceRule.OrderedFor(all, usagePeriod, occurredAt) : [];

    private void Add(PeriodAccount period)
    {
        if (!periods.TryGetValue(period.OrganizationId, out var all))
            periods.Add(period.OrganizationId, all = []);

        all.Add(period);
    }

    private void Add(Guid organization, CreditGrant grant)
    {
        if (!grants.TryGetValue(organization, out var all))
            grants.Add(organization, all = []);

        all.Add(grant);
        consumedBefore.Add(grant, grant.Consumed);
    }

    private static PeriodAccount ReadPeriod(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetGuid(0),
        OrganizationId = reader.GetGuid(1),
        StartsAt = reader.GetFieldValue<DateTimeOffset>(2),
        EndsAt = reader.GetFieldValue<DateTimeOffset>(3),
        IsOpen = reader.GetBoolean(4),
        Overage = reader.GetDecimal(5),
    };

    private static CreditGrant ReadGrant(NpgsqlDataReader reader) => new(
        reader.GetGuid(0),
        reader.IsDBNull(2) ? null : reader.GetGuid(2),
        reader.GetDecimal(3),
        reader.GetDecimal(4),
        reader.GetInt32(5),
        reader.GetFieldValue<DateTimeOffset>(6),
        reader.GetFieldValue<DateTimeOffset>(7));

    private static NpgsqlBatchCommand With(string statement, Guid[] organizations, DateTimeOffset? earliest = null)
    {
        var command = new NpgsqlBatchCommand(statement);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = organizations });

        if (earliest is { } moment)
            command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = moment.UtcDateTime });

        return command;
    }
}
