-- The usage path: facts, money, and what waits for a price. Written with plain Npgsql, so it has no EF model.

-- Which report came first. Plain and kept for ever: a unique index on a partitioned table would have to contain the month.
create table usage_keys (
    source       text        not null,
    job_id       text        not null check (length(job_id) between 1 and 128),
    event_id     uuid        not null,
    occurred_at  timestamptz not null,
    content_hash bytea       not null check (length(content_hash) = 32),
    primary key (source, job_id)
);

-- What was reported, word for word. The customer is kept as sent: it may be none of ours.
create table usage_events (
    event_id            uuid        not null,
    occurred_at         timestamptz not null,
    received_at         timestamptz not null,
    source              text        not null,
    job_id              text,
    customer_ref        text        not null,
    organization_id     uuid references organizations (id),
    member_ref          text,
    agent_name          text        not null,
    route               text        not null,
    byok                boolean     not null,
    status              text        not null check (status in ('succeeded', 'failed', 'aborted')),
    input_tokens        bigint      not null check (input_tokens between 0 and 1000000000),
    output_tokens       bigint      not null check (output_tokens between 0 and 1000000000),
    cached_input_tokens bigint      not null check (cached_input_tokens >= 0),
    cache_write_tokens  bigint      not null check (cache_write_tokens >= 0),
    reasoning_tokens    bigint      not null check (reasoning_tokens between 0 and output_tokens),
    provider_cost       numeric(28, 12) check (provider_cost >= 0),
    tools               jsonb       not null,
    metadata            jsonb       not null,
    check (cached_input_tokens + cache_write_tokens <= input_tokens),
    primary key (event_id, occurred_at)
) partition by range (occurred_at);

create index ix_usage_events_newest on usage_events (occurred_at desc, event_id desc);
create index ix_usage_events_organization on usage_events (organization_id, occurred_at desc, event_id desc);

-- Catches a job whose month has no partition: such a job is never refused.
create table usage_events_default partition of usage_events default;

-- Money, insert only. A charge is undone by a reversal, never by an edit. Credits and residues have an id of their own and no job.
create table ledger_entries (
    event_id          uuid            not null,
    seq               integer         not null check (seq > 0),
    kind              text            not null check (kind in ('charge', 'reversal', 'credit', 'residue')),
    organization_id   uuid            not null references organizations (id),
    rate_card_version integer references rate_card_versions (version),
    currency          char(3)         not null check (currency ~ '^[A-Z]{3}$'),
    llm_fee           numeric(28, 12) not null,
    agent_fee         numeric(28, 12) not null,
    tools_fee         numeric(28, 12) not null,
    total             numeric(28, 12) not null check (total = llm_fee + agent_fee + tools_fee),
    llm_cost          numeric(28, 12) not null,
    tools_cost        numeric(28, 12) not null,
    cost              numeric(28, 12) not null check (cost = llm_cost + tools_cost),
    usage_period      date            not null,
    posting_period    date            not null,
    occurred_at       timestamptz     not null,
    posted_at         timestamptz     not null,
    posted_by         text            not null,
    reverses_seq      integer check (reverses_seq < seq),
    reason            text,
    primary key (event_id, seq),
    foreign key (event_id, reverses_seq) references ledger_entries (event_id, seq),
    unique (event_id, reverses_seq),
    check ((kind = 'reversal') = (reverses_seq is not null)),
    check (kind <> 'charge' or (rate_card_version is not null and least(llm_fee, agent_fee, tools_fee, llm_cost, tools_cost) >= 0)),
    check (kind <> 'reversal' or greatest(llm_fee, agent_fee, tools_fee, llm_cost, tools_cost) <= 0),
    check (kind = 'charge' or length(btrim(reason)) > 0)
);

create index ix_ledger_entries_posting on ledger_entries (organization_id, posting_period);
create index ix_ledger_entries_corrections on ledger_entries (occurred_at desc, event_id desc) where kind = 'reversal';

-- Jobs that wait for a price. Mutable: waiting ends.
create table holds (
    event_id          uuid            primary key,
    occurred_at       timestamptz     not null,
    organization_id   uuid references organizations (id),
    customer_ref      text            not null,
    causes            jsonb           not null check (jsonb_array_length(causes) > 0),
    rate_card_version integer         not null references rate_card_versions (version),
    exposure          numeric(28, 12) not null check (exposure >= 0),
    currency          char(3)         not null check (currency ~ '^[A-Z]{3}$'),
    state             text            not null default 'open' check (state in ('open', 'priced', 'written_off')),
    held_at           timestamptz     not null,
    resolved_at       timestamptz,
    resolved_by       text,
    resolution        text,
    check ((state = 'open') = (resolved_at is null)),
    check ((resolved_at is null) = (resolved_by is null))
);

create index ix_holds_open on holds (held_at) where state = 'open';
create index ix_holds_newest on holds (state, occurred_at desc, event_id desc);

-- Publishing locks this row and then takes its time; whoever prices share-locks it. So no job is priced with a version that
-- another transaction is about to replace.
create table rate_card_gate (id integer primary key check (id = 1));
insert into rate_card_gate (id) values (1);

-- Makes the partition of a month, once, whoever asks first. When jobs of that month already lie in the default partition it stays
-- without one: they cannot be moved, and nothing but the size of the default partition suffers.
create function ensure_usage_partition(month date) returns void language plpgsql as $$
declare
    first date := date_trunc('month', month);
    name  text := 'usage_events_' || to_char(first, 'YYYY_MM');
begin
    perform pg_advisory_xact_lock(hashtext('usage_events_partitions'));
    if to_regclass(name) is null then
        begin
            execute format('create table %I partition of usage_events for values from (%L) to (%L)',
                name, first::timestamp at time zone 'UTC', (first + interval '1 month')::timestamp at time zone 'UTC');
            execute format('create trigger refuse_truncate before truncate on %I execute function refuse_change()', name);
        exception when check_violation then
            raise warning '% stays without a partition: the default one already holds jobs of that month', name;
        end;
    end if;
end $$;
