-- A version that waits for its time can be called off. Nothing else of a version ever changes.
drop trigger refuse_change on rate_card_versions;
create trigger refuse_delete before delete on rate_card_versions for each row execute function refuse_change();

create function refuse_version_change() returns trigger language plpgsql as $$
begin
    if old.cancelled_at is not null or new.cancelled_at is null
        or to_jsonb(new) - '{cancelled_at,cancelled_by}'::text[] <> to_jsonb(old) - '{cancelled_at,cancelled_by}'::text[] then
        raise exception 'rate card version % is published: change refused', old.version using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create trigger refuse_change before update on rate_card_versions for each row execute function refuse_version_change();

-- Versions follow each other without gaps and are never backdated; one that was called off stands in nobody's way.
create or replace function refuse_disorder() returns trigger language plpgsql as $$
declare
    newest integer := (select max(version) from rate_card_versions);
    latest timestamptz := (select max(effective_from) from rate_card_versions where cancelled_at is null);
begin
    if new.version <> coalesce(newest, 0) + 1 then
        raise exception 'rate card version % does not follow %', new.version, coalesce(newest, 0) using errcode = 'integrity_constraint_violation';
    end if;
    if newest is not null and (new.effective_from <= latest or new.effective_from < new.published_at) then
        raise exception 'rate card version % is backdated', new.version using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

-- What each version earned, net of reversals, by the day of the job.
create table version_rollups (
    day               date    not null,
    rate_card_version integer not null,
    currency          char(3) not null check (currency ~ '^[A-Z]{3}$'),
    jobs              bigint  not null,
    llm_fee           numeric not null,
    agent_fee         numeric not null,
    tools_fee         numeric not null,
    llm_cost          numeric not null,
    tools_cost        numeric not null,
    unique (day, rate_card_version, currency)
) with (fillfactor = 80);

create index ix_version_rollups_version on version_rollups (rate_card_version);

create function expected_version_rollups(since timestamptz, until timestamptz) returns setof version_rollups language sql stable as $$
    select (l.occurred_at at time zone 'UTC')::date, l.rate_card_version, l.currency, sum(case l.kind when 'charge' then 1 else -1 end)::bigint,
        sum(l.llm_fee), sum(l.agent_fee), sum(l.tools_fee), sum(l.llm_cost), sum(l.tools_cost)
    from ledger_entries l
    where l.kind in ('charge', 'reversal') and l.occurred_at >= since and l.occurred_at < until
    group by 1, 2, 3
$$;

insert into version_rollups select * from expected_version_rollups('-infinity', 'infinity');

-- A draft priced over a real period: kept, found again by its prices when they are published, and compared with what happened then.
create table rate_card_replays (
    id           uuid        primary key,
    content_hash bytea       not null check (length(content_hash) = 32),
    base_version integer     not null references rate_card_versions (version),
    period_start timestamptz not null,
    period_end   timestamptz not null check (period_end > period_start),
    jobs         bigint      not null check (jobs >= 0),
    result       jsonb       not null,
    run_at       timestamptz not null,
    run_by       text        not null
);

create index ix_rate_card_replays_content on rate_card_replays (content_hash, run_at desc);

-- What operators want to remember about a customer. Not insert-only: notes may name people, and people may be erased.
create table customer_notes (
    id              uuid        primary key,
    organization_id uuid        not null references organizations (id),
    body            text        not null check (length(btrim(body)) between 1 and 2000),
    written_at      timestamptz not null,
    written_by      text        not null
);

create index ix_customer_notes_organization on customer_notes (organization_id, written_at desc);

-- Money given back. Its ledger entry has the credit's id, no version, and no fees of its own. A job is credited at most once.
create table credits (
    id              uuid            primary key,
    organization_id uuid            not null references organizations (id),
    amount          numeric(28, 12) not null check (amount > 0),
    currency        char(3)         not null check (currency ~ '^[A-Z]{3}$'),
    job_event_id    uuid unique,
    reason          text            not null check (length(btrim(reason)) > 0),
    given_at        timestamptz     not null,
    given_by        text            not null
);

create index ix_credits_organization on credits (organization_id, given_at desc);

alter table ledger_entries drop constraint ledger_entries_check;
alter table ledger_entries add constraint ledger_entries_total_check check (
    case when kind in ('charge', 'reversal') then total = llm_fee + agent_fee + tools_fee
        else (llm_fee, agent_fee, tools_fee, cost) = (0, 0, 0, 0) end);
alter table ledger_entries add constraint ledger_entries_credit_check check (kind <> 'credit' or total < 0);

-- The audit chain: each seal's hash covers the entry's stored text and the hash before it.
create table audit_seals (
    seq           bigint      primary key check (seq > 0),
    audit_id      uuid        not null unique references audit_entries (id),
    previous_hash bytea check (length(previous_hash) = 32),
    hash          bytea       not null check (length(hash) = 32),
    sealed_at     timestamptz not null,
    check ((seq = 1) = (previous_hash is null))
);

-- Reports without a job key that look like one sent twice. The first of them is the original.
create table likely_duplicates (
    event_id          uuid        primary key,
    occurred_at       timestamptz not null,
    original_event_id uuid        not null check (original_event_id <> event_id),
    organization_id   uuid        not null references organizations (id),
    found_at          timestamptz not null,
    state             text        not null default 'open' check (state in ('open', 'credited', 'dismissed')),
    resolved_at       timestamptz,
    resolved_by       text,
    check ((state = 'open') = (resolved_at is null)),
    check ((resolved_at is null) = (resolved_by is null))
);

create index ix_likely_duplicates_open on likely_duplicates (found_at desc) where state = 'open';
create index ix_usage_events_unkeyed on usage_events (received_at) where job_id is null;

-- How far the search for duplicates has come.
create table duplicate_scans (
    id            integer     primary key check (id = 1),
    scanned_until timestamptz not null
);

do $$
declare
    insert_only text;
begin
    foreach insert_only in array array['rate_card_replays', 'credits', 'audit_seals']
    loop
        execute format('create trigger refuse_change before update or delete on %I for each row execute function refuse_change()', insert_only);
        execute format('create trigger refuse_truncate before truncate on %I execute function refuse_change()', insert_only);
    end loop;
end $$;
