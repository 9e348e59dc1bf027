using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>Statements that add sums to roll-up rows: one statement a table, rows in key order, arrays as parameters.</summary>
internal static class RollupTables
{
    private const string SumColumns =
        """
        jobs, failed_jobs, byok_jobs, held_jobs, input_tokens, output_tokens, cached_input_tokens,
            llm_fee, agent_fee, tools_fee, llm_cost, tools_cost, exposure
        """;

    private const string AddSums =
        """
        do update set jobs = r.jobs + excluded.jobs, failed_jobs = r.failed_jobs + excluded.failed_jobs,
            byok_jobs = r.byok_jobs + excluded.byok_jobs, held_jobs = r.held_jobs + excluded.held_jobs,
            input_tokens = r.input_tokens + excluded.input_tokens, output_tokens = r.output_tokens + excluded.output_tokens,
            cached_input_tokens = r.cached_input_tokens + excluded.cached_input_tokens,
            llm_fee = r.llm_fee + excluded.llm_fee, agent_fee = r.agent_fee + excluded.agent_fee,
            tools_fee = r.tools_fee + excluded.tools_fee, llm_cost = r.llm_cost + excluded.llm_cost,
            tools_cost = r.tools_cost + excluded.tools_cost, exposure = r.exposure + excluded.exposure
        """;

    private const string Hourly =
        $"""
        insert into hourly_rollups as r (hour, organization_id, agent_name, route, member_ref, currency, {SumColumns})
        select * from unnest($1::timestamptz[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::bigint[],
            $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[], $14::numeric[], $15::numeric[], $16::numeric[],
            $17::numeric[], $18::numeric[], $19::numeric[])
        on conflict (hour, organization_id, agent_name, route, member_ref, currency) {AddSums}
        """;

    private const string Daily =
        $"""
        insert into daily_rollups as r (day, organization_id, agent_name, route, currency, {SumColumns})
        select * from unnest($1::date[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[],
            $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[], $13::numeric[], $14::numeric[], $15::numeric[],
            $16::numeric[], $17::numeric[], $18::numeric[])
        on conflict (day, organization_id, agent_name, route, currency) {AddSums}
        """;

    private const string Tools =
        """
        insert into tool_rollups as r (hour, organization_id, tool, currency, uses, units, fee, cost)
        select * from unnest($1::timestamptz[], $2::uuid[], $3::text[], $4::text[], $5::bigint[], $6::numeric[], $7::numeric[], $8::numeric[])
        on conflict (hour, organization_id, tool, currency)
        do update set uses = r.uses + excluded.uses, units = r.units + excluded.units, fee = r.fee + excluded.fee, cost = r.cost + excluded.cost
        """;

    private const string Fees =
        """
        insert into fee_rollups as r (day, agent_name, currency, fee_floor, jobs, total)
        select * from unnest($1::date[], $2::text[], $3::text[], $4::numeric[], $5::bigint[], $6::numeric[])
        on conflict (agent_name, day, currency, fee_floor) do update set jobs = r.jobs + excluded.jobs, total = r.total + excluded.total
        """;

    private const string Failures =
        """
        insert into failure_rollups as r (day, agent_name, route, currency, jobs, fee, cost)
        select * from unnest($1::date[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::numeric[], $7::numeric[])
        on conflict (agent_name, day, route, currency) do update set jobs = r.jobs + excluded.jobs, fee = r.fee + excluded.fee, cost = r.cost + excluded.cost
        """;

    private const string Byok =
        """
        insert into byok_rollups as r (day, organization_id, route, currency, jobs, unknown_jobs, platform_fee, avoided_fee)
        select * from unnest($1::date[], $2::uuid[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::numeric[], $8::numeric[])
        on conflict (organization_id, day, route, currency) do update set jobs = r.jobs + excluded.jobs, unknown_jobs = r.unknown_jobs + excluded.unknown_jobs,
            platform_fee = r.platform_fee + excluded.platform_fee, avoided_fee = r.avoided_fee + excluded.avoided_fee
        """;

    private const string Versions =
        """
        insert into version_rollups as r (day, rate_card_version, currency, jobs, llm_fee, agent_fee, tools_fee, llm_cost, tools_cost)
        select * from unnest($1::date[], $2::integer[], $3::text[], $4::bigint[], $5::numeric[], $6::numeric[], $7::numeric[], $8::numeric[],
            $9::numeric[])
        on conflict (day, rate_card_version, currency) do update set jobs = r.jobs + excluded.jobs, llm_fee = r.llm_fee + excluded.llm_fee,
            agent_fee = r.agent_fee + excluded.agent_fee, tools_fee = r.tools_fee + excluded.tools_fee,
            llm_cost = r.llm_cost + excluded.llm_cost, tools_cost = r.tools_cost + excluded.tools_cost
        """;

    public static NpgsqlBatchCommand AddHourly(Dictionary<HourlyKey, UsageSums> sums)
    {
        var rows = Rows(Hourly, sums);
        rows.Add(r => r.Key.Hour);
        rows.Add(r => r.Key.Organization);
        rows.Add(r => r.Key.Agent);
        rows.Add(r => r.Key.Route);
        rows.Add(r => r.Key.Member);
        rows.Add(r => r.Key.Currency);
        AddColumns(rows);

        return rows.Command;
    }

    public static NpgsqlBatchCommand AddDaily(Dictionary<DailyKey, UsageSums> sums)
    {
        var rows = Rows(Daily, sums);
        rows.Add(r => r.Key.Day);
        rows.Add(r => r.Key.Organization);
        rows.Add(r => r.Key.Agent);
        rows.Add(r => r.Key.Route);
        rows.Add(r => r.Key.Currency);
        AddColumns(rows);

        return rows.Command;
    }

    public static NpgsqlBatchCommand AddTools(Dictionary<ToolKey, ToolSums> sums)
    {
        var rows = Rows(Tools, sums);
        rows.Add(r => r.Key.Hour);
        rows.Add(r => r.Key.Organization);
        rows.Add(r => r.Key.Tool);
        rows.Add(r => r.Key.Currency);
        rows.Add(r => r.Value.Uses);
        rows.Add(r => r.Value.Units);
        rows.Add(r => r.Value.Fee);
        rows.Add(r => r.Value.Cost);

        return rows.Command;
    }

    public static NpgsqlBatchCommand AddFees(Dictionary<FeeKey, FeeSums> sums)
    {
        var rows = Rows(Fees, sums);
        rows.Add(r => r.Key.Day);
        rows.Add(r => r.Key.Agent);
        rows.Add(r => r.Key.Currency);
        rows.Add(r => r.Key.Floor);
        rows.Add(r => r.Value.Jobs);
        rows.Add(r => r.Value.Total);

        return rows.Command;
    }

    public static NpgsqlBatchCommand AddFailures(Dictionary<FailureKey, FailureSums> sums)
    {
        var rows = Rows(Failures, sums);
        rows.Add(r => r.Key.Day);
        rows.Add(r => r.Key.Agent);
        rows.Add(r => r.Key.Route);
        rows.Add(r => r.Key.Currency);
        rows.Add(r => r.Value.Jobs);
        rows.Add(r => r.Value.Fee);
        rows.Add(r => r.Value.Cost);

        return rows.Command;
    }

    public static NpgsqlBatchCommand AddByok(Dictionary<ByokKey, ByokSums> sums)
    {
        var rows = Rows(Byok, sums);
        rows.Add(r => r.Key.Day);
        rows.Add(r => r.Key.Organization);
        rows.Add(r => r.Key.Route);
        rows.Add(r => r.Key.Currency);
        rows.Add(r => r.Value.Jobs);
        rows.Add(r => r.Value.UnknownJobs);
        rows.Add(r => r.Value.PlatformFee);
        rows.Add(r => r.Value.AvoidedFee);

        return rows.Command;
    }

    public static NpgsqlBatchCommand AddVersions(Dictionary<VersionKey, UsageSums> sums)
    {
        var rows = Rows(Versions, sums);
        rows.Add(r => r.Key.Day);
        rows.Add(r => r.Key.Version);
        rows.Add(r => r.Key.Currency);
        rows.Add(r => r.Value.Jobs);
        rows.Add(r => r.Value.LlmFee);
        rows.Add(r => r.Value.AgentFee);
        rows.Add(r => r.Value.ToolsFee);
        rows.Add(r => r.Value.LlmCost);
        rows.Add(r => r.Value.ToolsCost);

        return rows.Command;
    }

    private static void AddColumns<TKey>(ColumnArrays<KeyValuePair<TKey, UsageSums>> rows)
    {
        rows.Add(r => r.Value.Jobs);
        rows.Add(r => r.Value.FailedJobs);
        rows.Add(r => r.Value.ByokJobs);
        rows.Add(r => r.Value.HeldJobs);
        rows.Add(r => r.Value.InputTokens);
        rows.Add(r => r.Value.OutputTokens);
        rows.Add(r => r.Value.CachedInputTokens);
        rows.Add(r => r.Value.LlmFee);
        rows.Add(r => r.Value.AgentFee);
        rows.Add(r => r.Value.ToolsFee);
        rows.Add(r => r.Value.LlmCost);
        rows.Add(r => r.Value.ToolsCost);
        rows.Add(r => r.Value.Exposure);
    }

    private static ColumnArrays<KeyValuePair<TKey, TValue>> Rows<TKey, TValue>(string statement, Dictionary<TKey, TValue> sums)
        where TKey : IComparable<TKey>
    {
        KeyValuePair<TKey, TValue>[] rows = [.. sums];
        Array.Sort(rows, static (left, right) => left.Key.CompareTo(right.Key));

        return new ColumnArrays<KeyValuePair<TKey, TValue>>(statement, rows);
    }
}
