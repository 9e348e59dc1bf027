namespace OpsCenter.Bench.Pages;

/// <summary>
/// Fills an empty, migrated database with jobs over the last 90 days, by SQL alone: twenty customers of very different size with five
/// members each, the seeded agents, routes and tools, a few corrections and holds. Event ids ascend with time, as real ones do.
/// </summary>
internal static class Filling
{
    /// <summary>An agent on no job.</summary>
    public const string AgentThatNeverRan = "translator_beta";

    /// <summary>A route of one job in 1,500; the card does not know it.</summary>
    public const string RareRoute = "openai:gpt-5-preview";

    // Foreign keys and the triggers that refuse changes are left out: they cost time and leave no trace in what is read later.
    private const string Prepare = "set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB'; select setseed(0.469)";

    private const string Customers =
        """
        insert into organizations (id, name, status, created_at)
        select ('00000000-0000-7000-8000-' || lpad(c::text, 12, '0'))::uuid, 'Customer ' || c, 'active', now() from generate_series(1, 20) c
        """;

    private const string Jobs =
        """
        create unlogged table made as
        select m.*, jsonb_array_length(m.tools) > 0 as uses_tools,
            case when byok then 0 else round(llm_cost_raw, 12) end as llm_cost,
            case when byok then 0 else round(llm_cost_raw * case when route like 'house%' then 4 else 1.25 end, 12) end as llm_fee,
            round((input + output) * case agent when 'research_pro' then 0.008 else 0.006 end / 1000, 12) as agent_fee,
            (select coalesce(sum((t ->> 'units')::numeric * p.unit_price), 0) from jsonb_array_elements(m.tools) t join tool_pricing p on p.version = 1 and p.tool_name = t ->> 'tool') as tools_fee,
            (select coalesce(sum((t ->> 'units')::numeric * p.unit_cost), 0) from jsonb_array_elements(m.tools) t join tool_pricing p on p.version = 1 and p.tool_name = t ->> 'tool') as tools_cost
        from (
            select r.*, ('00000000-0000-7000-8000-' || lpad(customer::text, 12, '0'))::uuid as organization_id,
                (lpad(to_hex((extract(epoch from occurred_at) * 1000)::bigint), 12, '0') || '7' || substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15))::uuid as event_id,
                case route when 'openai:gpt-4' then input * 0.03 + output * 0.06
                    when 'house_vllm:default' then input * 0.002 + output * 0.004 else input * 0.015 + output * 0.075 end / 1000 as llm_cost_raw
            from (
                select i, date_trunc('milliseconds', now() - interval '90 days' * (1 - i::float8 / {0})) as occurred_at,
                    1 + floor(20 * power(random(), 2))::int as customer, 1 + floor(random() * 5)::int as member,
                    case when random() < 0.55 then 'research_pro' else 'code_generator' end as agent,
                    case when i % 1500 = 7 then 'openai:gpt-5-preview' else (array['openai:gpt-4', 'anthropic:claude-3-opus', 'house_vllm:default'])[1 + floor(random() * 3)::int] end as route,
                    random() < 0.06 as byok, (array['succeeded', 'failed', 'aborted'])[1 + floor(greatest(0, random() - 0.96) * 75)::int] as status,
                    200 + floor(power(random(), 3) * 40000)::bigint as input, 50 + floor(power(random(), 3) * 9000)::bigint as output,
                    case when random() < 0.55 then '[]'::jsonb when random() < 0.6
                        then jsonb_build_array(jsonb_build_object('tool', 'web.search', 'units', (1 + floor(random() * 8))::text))
                        else jsonb_build_array(jsonb_build_object('tool', 'image.process', 'units', (1 + floor(random() * 3))::text),
                            jsonb_build_object('tool', 'compute.sandbox', 'units', (1 + floor(random() * 2400))::text)) end as tools
                from generate_series(1, {0}) i) r) m
        """;

    private const string Events =
        """
        insert into usage_events
        select event_id, occurred_at, occurred_at, 'brigade', 'job-' || lpad(i::text, 12, '0'), organization_id::text, organization_id, 'member-' || customer || '-' || member,
            agent, route, byok, status, input, output, case when i % 3 = 0 then input / 3 else 0 end, 0, 0, null, tools, '{}'
        from made order by i
        """;

    private const string Keys =
        "insert into usage_keys select 'brigade', 'job-' || lpad(i::text, 12, '0'), event_id, occurred_at, sha256(i::text::bytea) from made order by i";

    private const string Charges =
        """
        insert into ledger_entries
        select event_id, 1, 'charge', organization_id, 1, 'USD', llm_fee, agent_fee, tools_fee, llm_fee + agent_fee + tools_fee, llm_cost, tools_cost, llm_cost + tools_cost,
            date_trunc('month', occurred_at, 'UTC')::date, date_trunc('month', occurred_at, 'UTC')::date, occurred_at, occurred_at, '00000000-0000-7000-8000-00000000b0b0', null, null
        from made where route <> 'openai:gpt-5-preview' order by i
        """;

    // One job in 2,000 was corrected; every third of those was charged anew.
    private const string Corrections =
        """
        insert into ledger_entries
        select l.event_id, s.seq, s.kind, organization_id, 1, currency, s.sign * llm_fee, s.sign * agent_fee, s.sign * tools_fee, s.sign * total, s.sign * llm_cost, s.sign * tools_cost,
            s.sign * cost, usage_period, posting_period, occurred_at, occurred_at + interval '1 day', 'bench', case s.seq when 2 then 1 end, 'wrong price'
        from (select * from ledger_entries where event_id in (select event_id from made where i % 2000 = 11)) l
        join (values (2, 'reversal', -1), (3, 'charge', 1)) s(seq, kind, sign) on s.seq = 2 or get_byte(uuid_send(l.event_id), 15) % 3 = 0
        """;

    private const string Holds =
        """
        insert into holds (event_id, occurred_at, organization_id, customer_ref, causes, rate_card_version, exposure, currency, state, held_at, resolved_at, resolved_by, resolution, tried_version)
        select event_id, occurred_at, organization_id, organization_id::text, '[{"reason": "unknown_route", "subject": "openai:gpt-5-preview"}]', 1, agent_fee + tools_fee, 'USD',
            s.state, occurred_at, case s.state when 'written_off' then now() end, case s.state when 'written_off' then 'bench' end, case s.state when 'written_off' then 'test' end, 1
        from made, lateral (select case when i % 9 = 0 then 'written_off' else 'open' end as state) s where route = 'openai:gpt-5-preview'
        """;

    private static readonly string[] Rollups =
        [.. new[] { "hourly", "daily", "tool", "fee", "failure", "byok", "version" }.Select(kind => $"insert into {kind}_rollups select * from expected_{kind}_rollups('-infinity', 'infinity') order by 1")];

    /// <summary>Writes that many jobs.</summary>
    public static async Task RunAsync(BenchDatabase server, string database, int jobs)
    {
        await using var source = server.SuperuserOf(database);
        await using var connection = await source.OpenConnectionAsync();

        foreach (var statement in (string[])[Prepare, Customers, Jobs.Replace("{0}", $"{jobs}", StringComparison.Ordinal), Keys, Events, Charges, Corrections, Holds, "drop table made", .. Rollups, "vacuum analyze", "checkpoint"])
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync();
        }
    }
}
