-- Publishing and pricing order themselves by an advisory lock now: unlike a row lock it is not written to the table with every batch of
-- jobs, and a publisher who waits is not overtaken for ever.
drop table rate_card_gate;

-- Foreign keys of the hot tables cost two fifths of the database's time for a job, and say nothing that does not hold anyway: customers and
-- versions can be neither deleted nor given another id, and the one writer reads both in the transaction that refers to them.
alter table usage_events drop constraint usage_events_organization_id_fkey;
alter table ledger_entries drop constraint ledger_entries_organization_id_fkey;
alter table ledger_entries drop constraint ledger_entries_rate_card_version_fkey;
create trigger refuse_new_id before update of id on organizations for each row when (new.id <> old.id) execute function refuse_change();

-- Only a reversal has a charge to name and to be unique about.
alter table ledger_entries drop constraint ledger_entries_event_id_reverses_seq_fkey;
alter table ledger_entries drop constraint ledger_entries_event_id_reverses_seq_key;
create unique index ux_ledger_entries_reverses on ledger_entries (event_id, reverses_seq) where reverses_seq is not null;

create function refuse_reversal_of_nothing() returns trigger language plpgsql as $$
begin
    if not exists (select from ledger_entries where event_id = new.event_id and seq = new.reverses_seq and kind = 'charge') then
        raise exception 'entry % of job % reverses no charge', new.seq, new.event_id using errcode = 'foreign_key_violation';
    end if;
    return new;
end $$;

create trigger refuse_reversal_of_nothing before insert on ledger_entries
    for each row when (new.reverses_seq is not null) execute function refuse_reversal_of_nothing();

-- Roll-ups: what pages read instead of events. Written with the job in one transaction, so they cannot differ from it; "Verify roll-ups"
-- proves it. An organisation is null while nobody knows whose the jobs are; a member is null when none was reported.
create table hourly_rollups (
    hour                timestamptz not null check (hour = date_trunc('hour', hour, 'UTC')),
    organization_id     uuid,
    agent_name          text        not null,
    route               text        not null,
    member_ref          text,
    currency            char(3)     not null check (currency ~ '^[A-Z]{3}$'),
    jobs                bigint      not null,
    failed_jobs         bigint      not null,
    byok_jobs           bigint      not null,
    held_jobs           bigint      not null,
    input_tokens        bigint      not null,
    output_tokens       bigint      not null,
    cached_input_tokens bigint      not null,
    llm_fee             numeric     not null,
    agent_fee           numeric     not null,
    tools_fee           numeric     not null,
    llm_cost            numeric     not null,
    tools_cost          numeric     not null,
    exposure            numeric     not null,
    unique nulls not distinct (hour, organization_id, agent_name, route, member_ref, currency)
) with (fillfactor = 80);

create index ix_hourly_rollups_organization on hourly_rollups (organization_id, hour);

-- The same by UTC day and without members: months are read from here.
create table daily_rollups (
    day                 date        not null,
    organization_id     uuid,
    agent_name          text        not null,
    route               text        not null,
    currency            char(3)     not null check (currency ~ '^[A-Z]{3}$'),
    jobs                bigint      not null,
    failed_jobs         bigint      not null,
    byok_jobs           bigint      not null,
    held_jobs           bigint      not null,
    input_tokens        bigint      not null,
    output_tokens       bigint      not null,
    cached_input_tokens bigint      not null,
    llm_fee             numeric     not null,
    agent_fee           numeric     not null,
    tools_fee           numeric     not null,
    llm_cost            numeric     not null,
    tools_cost          numeric     not null,
    exposure            numeric     not null,
    unique nulls not distinct (day, organization_id, agent_name, route, currency)
) with (fillfactor = 80);

create index ix_daily_rollups_organization on daily_rollups (organization_id, day);

-- What is held right now, whatever its day, is a handful of rows among years of them.
create index ix_daily_rollups_held on daily_rollups (day) where held_jobs <> 0;

-- Tools apart: a job may use several. Jobs counts the entries that name the tool.
create table tool_rollups (
    hour            timestamptz not null check (hour = date_trunc('hour', hour, 'UTC')),
    organization_id uuid,
    tool            text        not null,
    currency        char(3)     not null check (currency ~ '^[A-Z]{3}$'),
    uses            bigint      not null,
    units           numeric     not null,
    fee             numeric     not null,
    cost            numeric     not null,
    unique nulls not distinct (hour, organization_id, tool, currency)
) with (fillfactor = 80);

create index ix_tool_rollups_organization on tool_rollups (organization_id, hour);

-- How many jobs cost how much, for medians and percentiles: fee_floor is the job's total cut to two significant digits.
create table fee_rollups (
    day        date    not null,
    agent_name text    not null,
    route      text    not null,
    currency   char(3) not null check (currency ~ '^[A-Z]{3}$'),
    fee_floor  numeric not null check (fee_floor >= 0),
    jobs       bigint  not null,
    unique (day, agent_name, route, currency, fee_floor)
) with (fillfactor = 80);

-- The same cut as OpsCenter.Domain.Usage.FeeFloor; verifying compares the two.
create function fee_floor(total numeric) returns numeric language sql immutable strict parallel safe as $$
    select case when total = 0 then 0 else trim_scale(trunc(total, least(12, 1 - floor(log(total))::integer))) end
$$;

-- A hold is looked at again when a version comes that was not tried on it. What an operator has to approve first stands beside it.
alter table holds
    add column tried_version    integer not null default 0,
    add column proposed_version integer references rate_card_versions (version),
    add column proposed_total   numeric(28, 12) check (proposed_total >= 0),
    add column assigned_at      timestamptz,
    add constraint holds_proposal_check check ((proposed_version is null) = (proposed_total is null)),
    add constraint holds_assigned_check check (assigned_at is null or organization_id is not null);
update holds set tried_version = rate_card_version;
create index ix_holds_tried on holds (tried_version, held_at) where state = 'open';
create index ix_holds_proposed on holds (occurred_at desc, event_id desc) where state = 'open' and proposed_version is not null;
create index ix_holds_customer on holds (customer_ref, occurred_at desc, event_id desc) where state = 'open';
create index ix_holds_causes on holds using gin (causes jsonb_path_ops) where state = 'open';

-- Jobs that an operator gave to a customer: their report names none of ours, so the customer's list finds them here.
create index ix_holds_assigned on holds (organization_id, occurred_at desc, event_id desc) where assigned_at is not null;
