-- What the roll-ups of a span of time must be, worked out anew from events, holds and ledger. "Verify roll-ups" compares; this migration
-- fills the tables from it. The ledger carries the time of the job, so both sides are cut to the span.
create function rolled_jobs(since timestamptz, until timestamptz)
returns table (occurred_at timestamptz, organization_id uuid, agent_name text, route text, member_ref text, currency char(3), status text,
    byok boolean, held boolean, input_tokens bigint, output_tokens bigint, cached_input_tokens bigint, llm_fee numeric, agent_fee numeric,
    tools_fee numeric, llm_cost numeric, tools_cost numeric, exposure numeric, charged boolean)
language sql stable as $$
    select e.occurred_at, coalesce(e.organization_id, h.organization_id), e.agent_name, e.route, e.member_ref,
        coalesce(l.currency, h.currency), e.status, e.byok, coalesce(h.state = 'open', false),
        e.input_tokens, e.output_tokens, e.cached_input_tokens, coalesce(l.llm_fee, 0), coalesce(l.agent_fee, 0), coalesce(l.tools_fee, 0),
        coalesce(l.llm_cost, 0), coalesce(l.tools_cost, 0), case when h.state = 'open' then h.exposure else 0 end, coalesce(l.charged, false)
    from usage_events e
    left join holds h on h.event_id = e.event_id
    left join (
        select event_id, min(currency) as currency, sum(ledger_entries.llm_fee) as llm_fee, sum(ledger_entries.agent_fee) as agent_fee,
            sum(ledger_entries.tools_fee) as tools_fee, sum(ledger_entries.llm_cost) as llm_cost, sum(ledger_entries.tools_cost) as tools_cost,
            sum(case kind when 'charge' then 1 else -1 end) > 0 as charged
        from ledger_entries
        where kind in ('charge', 'reversal') and ledger_entries.occurred_at >= since and ledger_entries.occurred_at < until
        group by event_id) l on l.event_id = e.event_id
    where e.occurred_at >= since and e.occurred_at < until
$$;

create function expected_hourly_rollups(since timestamptz, until timestamptz) returns setof hourly_rollups language sql stable as $$
    select date_trunc('hour', j.occurred_at, 'UTC'), j.organization_id, j.agent_name, j.route, j.member_ref, j.currency,
        count(*), count(*) filter (where j.status <> 'succeeded'), count(*) filter (where j.byok), count(*) filter (where j.held),
        sum(j.input_tokens)::bigint, sum(j.output_tokens)::bigint, sum(j.cached_input_tokens)::bigint, sum(j.llm_fee), sum(j.agent_fee),
        sum(j.tools_fee), sum(j.llm_cost), sum(j.tools_cost), sum(j.exposure)
    from rolled_jobs(since, until) j
    group by 1, 2, 3, 4, 5, 6
$$;

create function expected_daily_rollups(since timestamptz, until timestamptz) returns setof daily_rollups language sql stable as $$
    select (h.hour at time zone 'UTC')::date, h.organization_id, h.agent_name, h.route, h.currency,
        sum(h.jobs)::bigint, sum(h.failed_jobs)::bigint, sum(h.byok_jobs)::bigint, sum(h.held_jobs)::bigint, sum(h.input_tokens)::bigint,
        sum(h.output_tokens)::bigint, sum(h.cached_input_tokens)::bigint, sum(h.llm_fee), sum(h.agent_fee), sum(h.tools_fee), sum(h.llm_cost),
        sum(h.tools_cost), sum(h.exposure)
    from expected_hourly_rollups(since, until) h
    group by 1, 2, 3, 4, 5
$$;

-- Units count once a job, whether it is priced or held; fees and costs come with each charge and go with its reversal.
create function expected_tool_rollups(since timestamptz, until timestamptz) returns setof tool_rollups language sql stable as $$
    with used as (
        select e.event_id, e.occurred_at, coalesce(e.organization_id, h.organization_id) as organization_id, e.agent_name, e.status, h.currency,
            t.use ->> 'tool' as tool, (t.use ->> 'units')::numeric as units
        from usage_events e
        left join holds h on h.event_id = e.event_id
        cross join lateral jsonb_array_elements(e.tools) as t(use)
        where e.occurred_at >= since and e.occurred_at < until and e.tools <> '[]'),
    parts as (
        select u.occurred_at, u.organization_id, u.tool, coalesce(u.currency, first.currency) as currency, 1 as uses, u.units, 0::numeric as fee, 0::numeric as cost
        from used u
        left join ledger_entries first on first.event_id = u.event_id and first.seq = 1
        union all
        select u.occurred_at, u.organization_id, u.tool, l.currency, 0, 0,
            case l.kind when 'charge' then 1 else -1 end
                * case when u.status <> 'succeeded' and a.failure_policy = 'free' then 0 else round(p.unit_price * u.units, 12) end,
            case l.kind when 'charge' then 1 else -1 end * round(p.unit_cost * u.units, 12)
        from used u
        join ledger_entries l on l.event_id = u.event_id and l.kind in ('charge', 'reversal')
        join tool_pricing p on p.version = l.rate_card_version and p.tool_name = u.tool
        join agent_pricing a on a.version = l.rate_card_version and a.agent_name = u.agent_name)
    select date_trunc('hour', p.occurred_at, 'UTC'), p.organization_id, p.tool, p.currency, sum(p.uses)::bigint, sum(p.units), sum(p.fee), sum(p.cost)
    from parts p
    group by 1, 2, 3, 4
$$;

create function expected_fee_rollups(since timestamptz, until timestamptz) returns setof fee_rollups language sql stable as $$
    select (j.occurred_at at time zone 'UTC')::date, j.agent_name, j.route, j.currency, fee_floor(j.llm_fee + j.agent_fee + j.tools_fee), count(*)
    from rolled_jobs(since, until) j
    where j.charged
    group by 1, 2, 3, 4, 5
$$;

insert into hourly_rollups select * from expected_hourly_rollups('-infinity', 'infinity');
insert into daily_rollups select * from expected_daily_rollups('-infinity', 'infinity');
insert into tool_rollups select * from expected_tool_rollups('-infinity', 'infinity');
insert into fee_rollups select * from expected_fee_rollups('-infinity', 'infinity');
