-- Agents, provider keys of customers, and what is known of Brigade.

alter table agent_pricing
    add column preferred_class text constraint ck_agent_pricing_preferred_class check (preferred_class in ('house', 'frontier'));

-- A page of one agent reads its days.
create index ix_daily_rollups_agent on daily_rollups (agent_name, day);

-- What the jobs of a bucket of fees cost together, too: what a ceiling would have stopped. Nobody asks for the prices of a route, and without
-- it a day of an agent has as many rows as there are prices, whatever its jobs.
drop function expected_fee_rollups(timestamptz, timestamptz);
drop table fee_rollups;

create table fee_rollups (
    day        date    not null,
    agent_name text    not null,
    currency   char(3) not null check (currency ~ '^[A-Z]{3}$'),
    fee_floor  numeric not null check (fee_floor >= 0),
    jobs       bigint  not null,
    total      numeric not null,
    unique (agent_name, day, currency, fee_floor)
) with (fillfactor = 80);

create index ix_fee_rollups_day on fee_rollups (day);

create function expected_fee_rollups(since timestamptz, until timestamptz) returns setof fee_rollups language sql stable as $$
    select (j.occurred_at at time zone 'UTC')::date, j.agent_name, j.currency, fee_floor(j.llm_fee + j.agent_fee + j.tools_fee), count(*),
        sum(j.llm_fee + j.agent_fee + j.tools_fee)
    from rolled_jobs(since, until) j
    where j.charged
    group by 1, 2, 3, 4
$$;

insert into fee_rollups select * from expected_fee_rollups('-infinity', 'infinity');

-- What failed and aborted jobs were charged and what they cost us, net of reversals, by the day of the job.
create table failure_rollups (
    day        date    not null,
    agent_name text    not null,
    route      text    not null,
    currency   char(3) not null check (currency ~ '^[A-Z]{3}$'),
    jobs       bigint  not null,
    fee        numeric not null,
    cost       numeric not null,
    unique (agent_name, day, route, currency)
) with (fillfactor = 80);

create index ix_failure_rollups_day on failure_rollups (day);

create function expected_failure_rollups(since timestamptz, until timestamptz) returns setof failure_rollups language sql stable as $$
    select (j.occurred_at at time zone 'UTC')::date, j.agent_name, j.route, j.currency, count(*), sum(j.llm_fee + j.agent_fee + j.tools_fee),
        sum(j.llm_cost + j.tools_cost)
    from rolled_jobs(since, until) j
    where j.charged and j.status <> 'succeeded'
    group by 1, 2, 3, 4
$$;

insert into failure_rollups select * from expected_failure_rollups('-infinity', 'infinity');

-- What customers paid for jobs on their own provider keys, and the model fee they avoided. A route that is on no card has no fee to avoid:
-- its jobs are counted apart.
create table byok_rollups (
    day             date    not null,
    organization_id uuid    not null,
    route           text    not null,
    currency        char(3) not null check (currency ~ '^[A-Z]{3}$'),
    jobs            bigint  not null,
    unknown_jobs    bigint  not null,
    platform_fee    numeric not null,
    avoided_fee     numeric not null,
    unique (organization_id, day, route, currency)
) with (fillfactor = 80);

create index ix_byok_rollups_day on byok_rollups (day);

-- The same product as OpsCenter.Domain.Usage.Pricing.JobPricer.AvoidedFee; verifying compares the two.
create function expected_byok_rollups(since timestamptz, until timestamptz) returns setof byok_rollups language sql stable as $$
    with charges as (
        select e.occurred_at, l.organization_id, e.route, l.currency, case l.kind when 'charge' then 1 else -1 end as sign,
            l.total, p.model_name,
            case when e.status <> 'succeeded' and a.failure_policy = 'free' then 0
                 when e.status <> 'succeeded' and a.failure_policy = 'output_only' then e.output_tokens * p.output_cost_per_1k
                 else (e.input_tokens - e.cached_input_tokens - e.cache_write_tokens) * p.input_cost_per_1k
                     + e.cached_input_tokens * coalesce(p.cached_input_cost_per_1k, p.input_cost_per_1k)
                     + e.cache_write_tokens * coalesce(p.cache_write_cost_per_1k, p.input_cost_per_1k)
                     + e.output_tokens * p.output_cost_per_1k
            end * 0.001 * (1 + p.markup_percent * 0.01) as avoided
        from usage_events e
        join ledger_entries l on l.event_id = e.event_id and l.kind in ('charge', 'reversal')
        join agent_pricing a on a.version = l.rate_card_version and a.agent_name = e.agent_name
        left join pricing_rules p on p.version = l.rate_card_version and p.provider || ':' || p.model_name = e.route
        where e.byok and e.occurred_at >= since and e.occurred_at < until)
    select (c.occurred_at at time zone 'UTC')::date, c.organization_id, c.route, c.currency, sum(c.sign)::bigint,
        sum(case when c.model_name is null then c.sign else 0 end)::bigint, sum(c.total), coalesce(sum(c.sign * round(c.avoided, 12)), 0)
    from charges c
    group by 1, 2, 3, 4
$$;

insert into byok_rollups select * from expected_byok_rollups('-infinity', 'infinity');

-- Jobs that were meant for the customer's own key and ran on a paid route; Brigade says why.
create index ix_usage_events_byok_fallback on usage_events (organization_id, occurred_at desc, event_id desc) where metadata ? 'byok_fallback';

-- Customers' own keys at model providers: one in use for each provider. The secret is encrypted with the key ring and goes when the key does.
create table provider_keys (
    id              uuid        primary key,
    organization_id uuid        not null references organizations (id),
    provider        text        not null check (provider ~ '^[a-z0-9._-]{1,50}$'),
    name            text        not null check (length(btrim(name)) between 1 and 100),
    last4           text        not null check (length(last4) <= 4),
    secret          text        check (length(secret) > 0),
    created_at      timestamptz not null,
    created_by      text        not null,
    rotated_at      timestamptz,
    tested_at       timestamptz,
    test_outcome    text        check (test_outcome in ('accepted', 'refused', 'unreachable', 'not_tested')),
    test_detail     text,
    changed_at      timestamptz not null,
    changed_by      text        not null,
    removed_at      timestamptz,
    check ((removed_at is null) = (secret is not null))
);

create unique index ix_provider_keys_in_use on provider_keys (organization_id, provider) where removed_at is null;
create index ix_provider_keys_organization on provider_keys (organization_id, created_at);

-- Which machine read a key, and when that was last told in the audit trail: at most once an hour.
create table provider_key_reads (
    key_id     uuid        not null references provider_keys (id),
    reader     text        not null,
    audited_at timestamptz not null,
    primary key (key_id, reader)
);

-- What Brigade last said of itself, when it was last asked, and which version it was last told to fetch. One row.
create table brigade_status (
    id                smallint    primary key default 1 check (id = 1),
    asked_at          timestamptz not null,
    answered_at       timestamptz,
    error             text,
    refresh_asked_at  timestamptz,
    refresh_version   integer,
    card_version      integer,
    card_fetched_at   timestamptz,
    card_source       text        check (card_source in ('ops_center', 'disk')),
    is_stale          boolean     not null default false,
    spooled_reports   bigint      check (spooled_reports >= 0),
    oldest_spooled_at timestamptz,
    refused_reports   bigint      check (refused_reports >= 0),
    started_at        timestamptz,
    last_report_at    timestamptz,
    last_error        text,
    check ((answered_at is null) = (spooled_reports is null)),
    check ((answered_at is null) = (started_at is null)),
    check ((refresh_asked_at is null) = (refresh_version is null))
);
