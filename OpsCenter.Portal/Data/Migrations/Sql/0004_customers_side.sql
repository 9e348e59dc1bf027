-- Plans. What a plan says never changes: a change is a new version, and subscribers stay on theirs until they are moved.
create table plans (
    code            text        primary key check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    organization_id uuid references organizations (id),
    position        integer     not null,
    created_at      timestamptz not null,
    archived_at     timestamptz
);

create table plan_versions (
    id            uuid            primary key,
    plan_code     text            not null references plans (code),
    version       integer         not null check (version > 0),
    name          text            not null check (length(btrim(name)) between 1 and 60),
    summary       text            not null check (length(summary) <= 200),
    currency      char(3)         not null check (currency ~ '^[A-Z]{3}$'),
    monthly_price numeric(28, 12) check (monthly_price >= 0),
    yearly_price  numeric(28, 12) check (yearly_price >= 0),
    once_price    numeric(28, 12) check (once_price >= 0),
    once_hours    integer check (once_hours between 1 and 8784),
    included      numeric(28, 12) not null check (included >= 0),
    input_tokens  bigint check (input_tokens > 0),
    output_tokens bigint check (output_tokens > 0),
    agent_tokens  bigint check (agent_tokens > 0),
    searches      bigint check (searches > 0),
    limits_stop   boolean         not null,
    byok          boolean         not null,
    audit_export  boolean         not null,
    seats         integer         not null check (seats between 1 and 100000),
    max_job_cost  numeric(28, 12) check (max_job_cost > 0),
    created_at    timestamptz     not null,
    created_by    text            not null,
    unique (plan_code, version),
    check ((once_price is null) = (once_hours is null)),
    check (case when once_price is null then coalesce(monthly_price, yearly_price) is not null else coalesce(monthly_price, yearly_price) is null end)
);

-- A customer has one subscription that runs, and at most one that waits for its first payment. The status is worked out from these facts and the time.
create table subscriptions (
    id                   uuid        primary key,
    organization_id      uuid        not null references organizations (id),
    plan_version_id      uuid        not null references plan_versions (id),
    billing_interval     text        not null check (billing_interval in ('once', 'month', 'year')),
    created_at           timestamptz not null,
    started_at           timestamptz,
    anchor_at            timestamptz,
    term_from            integer     not null default 1 check (term_from > 0),
    trial_ends_at        timestamptz,
    next_plan_version_id uuid references plan_versions (id),
    next_interval        text check (next_interval in ('month', 'year')),
    cancel_at            timestamptz,
    cancel_reason        text,
    past_due_since       timestamptz,
    ended_at             timestamptz,
    end_reason           text,
    check ((started_at is null) = (anchor_at is null)),
    check ((next_plan_version_id is null) = (next_interval is null)),
    check (next_plan_version_id is null or cancel_at is null),
    check ((ended_at is null) = (end_reason is null))
);

create unique index ux_subscriptions_running on subscriptions (organization_id) where ended_at is null and started_at is not null;
create unique index ux_subscriptions_pending on subscriptions (organization_id) where ended_at is null and started_at is null;
create index ix_subscriptions_organization on subscriptions (organization_id, created_at desc);

-- What became of monthly recurring revenue, and why.
create table subscription_movements (
    id              uuid            primary key,
    subscription_id uuid            not null references subscriptions (id),
    organization_id uuid            not null references organizations (id),
    kind            text            not null check (kind in ('new', 'expansion', 'contraction', 'churn')),
    moved_at        timestamptz     not null,
    currency        char(3)         not null check (currency ~ '^[A-Z]{3}$'),
    monthly_before  numeric(28, 12) not null check (monthly_before >= 0),
    monthly_after   numeric(28, 12) not null check (monthly_after >= 0),
    plan_version_id uuid            not null references plan_versions (id)
);

create index ix_subscription_movements_moved on subscription_movements (moved_at);

-- Billing periods: half-open, the current one and the next are laid out. Counters are written with the ledger entries that they count.
create table billing_periods (
    id              uuid        primary key,
    organization_id uuid        not null references organizations (id),
    subscription_id uuid        not null references subscriptions (id),
    plan_version_id uuid        not null references plan_versions (id),
    number          integer     not null check (number > 0),
    starts_at       timestamptz not null,
    ends_at         timestamptz not null check (ends_at > starts_at),
    -- What is posted into it.
    llm_fee         numeric     not null default 0,
    agent_fee       numeric     not null default 0,
    tools_fee       numeric     not null default 0,
    covered         numeric     not null default 0,
    credited        numeric     not null default 0 check (credited >= 0),
    residue         numeric     not null default 0,
    invoiced        numeric     not null default 0,
    -- What was used in it, wherever that is posted.
    used            numeric     not null default 0,
    used_covered    numeric     not null default 0,
    jobs            bigint      not null default 0,
    input_tokens    bigint      not null default 0,
    output_tokens   bigint      not null default 0,
    agent_tokens    bigint      not null default 0,
    searches        numeric     not null default 0,
    closed_at       timestamptz,
    unique (subscription_id, number),
    unique (organization_id, starts_at)
) with (fillfactor = 70);

create index ix_billing_periods_due on billing_periods (ends_at) where closed_at is null;

-- A closed period is never opened again, changed or removed.
create function refuse_closed_period() returns trigger language plpgsql as $$
begin
    if old.closed_at is not null then
        raise exception 'billing period % is closed: % refused', old.id, tg_op using errcode = 'integrity_constraint_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

-- What was used goes on counting late jobs: it belongs to the time of use, not to the invoice.
create trigger refuse_closed before update of id, organization_id, subscription_id, plan_version_id, number, starts_at, ends_at, llm_fee,
    agent_fee, tools_fee, covered, credited, residue, invoiced, closed_at or delete on billing_periods
    for each row execute function refuse_closed_period();

-- Included usage is money. Grants are consumed in order of priority, then of expiry.
create table credit_grants (
    id                uuid            primary key,
    organization_id   uuid            not null references organizations (id),
    billing_period_id uuid references billing_periods (id) on delete cascade,
    kind              text            not null check (kind in ('allowance', 'promotion')),
    amount            numeric(28, 12) not null check (amount >= 0),
    consumed          numeric(28, 12) not null default 0 check (consumed between 0 and amount),
    currency          char(3)         not null check (currency ~ '^[A-Z]{3}$'),
    priority          integer         not null check (priority between 1 and 100),
    valid_from        timestamptz     not null,
    expires_at        timestamptz     not null check (expires_at > valid_from),
    granted_at        timestamptz     not null,
    granted_by        text            not null,
    reason            text            not null,
    check ((kind = 'allowance') = (billing_period_id is not null))
) with (fillfactor = 70);

create index ix_credit_grants_organization on credit_grants (organization_id, expires_at);
create unique index ux_credit_grants_allowance on credit_grants (billing_period_id) where kind = 'allowance';

-- Which period an entry is billed in, and how much of it the included usage covers. No period: nobody is billed for it.
alter table ledger_entries
    add column billing_period_id uuid,
    add column covered numeric(28, 12) not null default 0,
    add constraint ledger_entries_covered_check check (covered = 0 or (billing_period_id is not null and kind in ('charge', 'reversal')));
drop index ix_ledger_entries_posting;
create index ix_ledger_entries_billing_period on ledger_entries (billing_period_id) where billing_period_id is not null;
create index ix_ledger_entries_unbilled on ledger_entries (occurred_at desc, event_id desc) where billing_period_id is null;

create function refuse_closed_posting() returns trigger language plpgsql as $$
begin
    if exists (
        select from entries e left join billing_periods p on p.id = e.billing_period_id and p.organization_id = e.organization_id
        where e.billing_period_id is not null and (p.id is null or p.closed_at is not null)) then
        raise exception 'an entry names a billing period that is closed or not its customer''s' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;

create trigger refuse_closed_posting after insert on ledger_entries
    referencing new table as entries for each statement execute function refuse_closed_posting();

-- Who pays: the buyer on invoices, the customer at the payment provider, and what is carried to the next invoice.
create table billing_accounts (
    organization_id  uuid            primary key references organizations (id),
    gateway_customer text unique,
    legal_name       text            not null default '',
    email            text            not null default '',
    line1            text            not null default '',
    line2            text            not null default '',
    postal_code      text            not null default '',
    city             text            not null default '',
    country          text            not null default '' check (country ~ '^([A-Z]{2})?$'),
    tax_id           text            not null default '',
    carried          numeric(28, 12) not null default 0,
    overage_cap      numeric(28, 12) check (overage_cap >= 0),
    changed_at       timestamptz     not null
);

-- Numbers without gaps: the next one is taken in the transaction that writes the document.
create table document_series (
    name        text    primary key,
    prefix      text    not null unique,
    next_number integer not null default 1 check (next_number > 0)
);

insert into document_series (name, prefix) values
    ('invoice', 'INV-'), ('credit_note', 'CN-'), ('test_invoice', 'TEST-'), ('test_credit_note', 'TEST-CN-');

create table invoices (
    id                uuid            primary key,
    number            text            not null unique,
    kind              text            not null check (kind in ('first', 'upgrade', 'interim', 'period')),
    organization_id   uuid            not null references organizations (id),
    subscription_id   uuid            not null references subscriptions (id),
    billing_period_id uuid references billing_periods (id),
    test_mode         boolean         not null,
    currency          char(3)         not null check (currency ~ '^[A-Z]{3}$'),
    issued_at         timestamptz     not null,
    accounting_date   date            not null,
    period_start      timestamptz     not null,
    period_end        timestamptz     not null,
    seller            jsonb           not null,
    buyer             jsonb           not null,
    tax_note          text            not null,
    subtotal          numeric(28, 12) not null,
    tax               numeric(28, 12) not null,
    total             numeric(28, 12) not null check (total = subtotal + tax and total >= 0),
    state             text            not null check (state in ('open', 'paid', 'void')),
    settled_at        timestamptz,
    check ((state = 'open') = (settled_at is null))
);

create unique index ux_invoices_period on invoices (billing_period_id) where kind = 'period';
create index ix_invoices_organization on invoices (organization_id, issued_at desc, id desc);
create index ix_invoices_open on invoices (issued_at) where state = 'open';
create index ix_invoices_accounting on invoices (accounting_date);

-- Amounts of a line are rounded once; its exact amount before that stands beside it, and the difference is an entry of the ledger.
create table invoice_lines (
    invoice_id   uuid            not null references invoices (id),
    position     integer         not null check (position > 0),
    kind         text            not null check (kind in ('plan_fee', 'proration', 'llm', 'agent', 'tools', 'usage', 'included', 'credit', 'invoiced', 'carried_in', 'carried_out')),
    description  text            not null,
    period_start timestamptz     not null,
    period_end   timestamptz     not null,
    exact_amount numeric(28, 12) not null,
    amount       numeric(28, 12) not null,
    tax_percent  numeric(7, 4)   not null check (tax_percent between 0 and 100),
    primary key (invoice_id, position)
);

create function refuse_invoice_change() returns trigger language plpgsql as $$
begin
    if to_jsonb(new) - '{state,settled_at}'::text[] <> to_jsonb(old) - '{state,settled_at}'::text[] or old.state = 'void' then
        raise exception 'invoice % is final: change refused', old.number using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create trigger refuse_change before update on invoices for each row execute function refuse_invoice_change();

create table credit_notes (
    id              uuid            primary key,
    number          text            not null unique,
    invoice_id      uuid            not null references invoices (id),
    organization_id uuid            not null references organizations (id),
    test_mode       boolean         not null,
    currency        char(3)         not null check (currency ~ '^[A-Z]{3}$'),
    issued_at       timestamptz     not null,
    accounting_date date            not null,
    issued_by       text            not null,
    reason          text            not null check (length(btrim(reason)) > 0),
    subtotal        numeric(28, 12) not null,
    tax             numeric(28, 12) not null,
    total           numeric(28, 12) not null check (total = subtotal + tax and total > 0),
    settlement      text            not null check (settlement in ('invoice', 'refund', 'balance'))
);

create index ix_credit_notes_organization on credit_notes (organization_id, issued_at desc);
create index ix_credit_notes_invoice on credit_notes (invoice_id);

-- What of which line of the invoice is taken back.
create table credit_note_lines (
    credit_note_id uuid            not null references credit_notes (id),
    position       integer         not null,
    invoice_id     uuid            not null,
    description    text            not null,
    amount         numeric(28, 12) not null check (amount <> 0),
    tax_percent    numeric(7, 4)   not null check (tax_percent between 0 and 100),
    primary key (credit_note_id, position),
    foreign key (invoice_id, position) references invoice_lines (invoice_id, position)
);

-- Cards as the payment provider knows them; the provider's id is ours.
create table payment_methods (
    id              text        primary key,
    organization_id uuid        not null references organizations (id),
    brand           text        not null,
    last4           text        not null check (last4 ~ '^[0-9]{4}$'),
    exp_month       integer     not null check (exp_month between 1 and 12),
    exp_year        integer     not null check (exp_year between 2000 and 2100),
    is_default      boolean     not null,
    added_at        timestamptz not null,
    removed_at      timestamptz,
    check (not is_default or removed_at is null)
);

create unique index ux_payment_methods_default on payment_methods (organization_id) where is_default;
create index ix_payment_methods_organization on payment_methods (organization_id) where removed_at is null;

-- Hosted pages of the payment provider, and what shall happen when one is completed. Its details are fixed when it is made.
create table checkouts (
    id              uuid            primary key,
    organization_id uuid            not null references organizations (id),
    purpose         text            not null check (purpose in ('subscribe', 'upgrade', 'pay_invoice', 'add_card')),
    details         jsonb           not null,
    amount          numeric(28, 12) not null check (amount >= 0),
    currency        char(3)         not null check (currency ~ '^[A-Z]{3}$'),
    gateway_session text unique,
    state           text            not null default 'open' check (state in ('open', 'completed', 'expired', 'refused')),
    outcome         text            not null default '',
    created_at      timestamptz     not null,
    created_by      text            not null,
    expires_at      timestamptz     not null,
    completed_at    timestamptz
);

create index ix_checkouts_organization on checkouts (organization_id, created_at desc);

create table payments (
    id                uuid            primary key,
    organization_id   uuid            not null references organizations (id),
    invoice_id        uuid references invoices (id),
    checkout_id       uuid unique references checkouts (id),
    amount            numeric(28, 12) not null check (amount > 0),
    currency          char(3)         not null check (currency ~ '^[A-Z]{3}$'),
    attempt           integer         not null check (attempt > 0),
    automatic         boolean         not null,
    state             text            not null check (state in ('pending', 'action_required', 'succeeded', 'failed')),
    payment_method_id text references payment_methods (id),
    gateway_payment   text unique,
    failure_code      text,
    failure_message   text,
    created_at        timestamptz     not null,
    settled_at        timestamptz,
    check (invoice_id is not null or checkout_id is not null),
    check ((state in ('succeeded', 'failed')) = (settled_at is not null)),
    check ((state = 'failed') = (failure_code is not null) or state = 'action_required')
);

create unique index ux_payments_attempt on payments (invoice_id, attempt);
create unique index ux_payments_running on payments (invoice_id) where state in ('pending', 'action_required');
create index ix_payments_organization on payments (organization_id, created_at desc);
create index ix_payments_settled on payments (settled_at) where state = 'succeeded';

-- Money that came in, and what it pays. A negative allocation takes back what a refund or a lost dispute took away.
create table payment_allocations (
    id           uuid            primary key,
    payment_id   uuid            not null references payments (id),
    invoice_id   uuid            not null references invoices (id),
    amount       numeric(28, 12) not null check (amount <> 0),
    allocated_at timestamptz     not null
);

create index ix_payment_allocations_invoice on payment_allocations (invoice_id);
create index ix_payment_allocations_payment on payment_allocations (payment_id);

create table refunds (
    id             uuid            primary key,
    payment_id     uuid            not null references payments (id),
    credit_note_id uuid unique references credit_notes (id),
    amount         numeric(28, 12) not null check (amount > 0),
    state          text            not null check (state in ('pending', 'succeeded', 'failed')),
    gateway_refund text unique,
    failure        text,
    reason         text            not null,
    created_at     timestamptz     not null,
    created_by     text            not null,
    settled_at     timestamptz
);

create index ix_refunds_payment on refunds (payment_id);

create table disputes (
    gateway_dispute text            primary key,
    payment_id      uuid            not null references payments (id),
    amount          numeric(28, 12) not null check (amount > 0),
    reason          text            not null,
    state           text            not null check (state in ('open', 'won', 'lost')),
    opened_at       timestamptz     not null,
    closed_at       timestamptz,
    check ((state = 'open') = (closed_at is null))
);

create index ix_disputes_payment on disputes (payment_id);

-- An invoice whose payment failed: when the next try is due, and why no more follow.
create table dunnings (
    invoice_id      uuid        primary key references invoices (id),
    organization_id uuid        not null references organizations (id),
    started_at      timestamptz not null,
    retries         integer     not null default 0 check (retries >= 0),
    next_retry_at   timestamptz,
    stopped_because text,
    ended_at        timestamptz,
    check (ended_at is null or next_retry_at is null)
);

create index ix_dunnings_due on dunnings (next_retry_at) where next_retry_at is not null;
create index ix_dunnings_organization on dunnings (organization_id) where ended_at is null;

-- Months of the books. A locked month takes no more documents: they are dated into the first month that is open.
create table accounting_months (
    month     date        primary key check (month = date_trunc('month', month)::date),
    locked_at timestamptz not null,
    locked_by text        not null,
    figures   jsonb       not null
);

-- What shall be done outside, once the transaction that wants it is through; and what came from outside, before anything is done about it.
create table outbox (
    id           uuid        primary key,
    kind         text        not null,
    key          text        not null unique,
    payload      jsonb       not null,
    created_at   timestamptz not null,
    due_at       timestamptz not null,
    attempts     integer     not null default 0,
    last_error   text,
    done_at      timestamptz,
    dead_at      timestamptz
);

create index ix_outbox_due on outbox (due_at) where done_at is null and dead_at is null;
create index ix_outbox_dead on outbox (dead_at) where dead_at is not null;

create table webhook_inbox (
    source       text        not null,
    event_id     text        not null,
    type         text        not null,
    payload      jsonb       not null,
    received_at  timestamptz not null,
    due_at       timestamptz not null,
    attempts     integer     not null default 0,
    last_error   text,
    processed_at timestamptz,
    dead_at      timestamptz,
    primary key (source, event_id)
);

create index ix_webhook_inbox_due on webhook_inbox (due_at) where processed_at is null and dead_at is null;

-- The payment provider of the test mode: its own memory, which nobody but its adapter reads.
create table test_gateway_objects (
    id         text        primary key,
    kind       text        not null,
    customer   text,
    body       jsonb       not null,
    created_at timestamptz not null
);

create index ix_test_gateway_objects_customer on test_gateway_objects (customer, kind);

create table test_gateway_requests (
    idempotency_key text        primary key,
    fingerprint     text        not null,
    answer          jsonb       not null,
    created_at      timestamptz not null
);

create table test_gateway_events (
    id           text        primary key,
    type         text        not null,
    payload      text        not null,
    created_at   timestamptz not null,
    due_at       timestamptz not null,
    attempts     integer     not null default 0,
    delivered_at timestamptz
);

create index ix_test_gateway_events_due on test_gateway_events (due_at) where delivered_at is null;

-- Budgets of customers, and which of their alerts went out: each once a period.
create table budgets (
    organization_id uuid            primary key references organizations (id),
    amount          numeric(28, 12) not null check (amount > 0),
    currency        char(3)         not null check (currency ~ '^[A-Z]{3}$'),
    stops           boolean         not null,
    changed_at      timestamptz     not null,
    changed_by      text            not null
);

create table budget_alerts (
    organization_id   uuid            not null references organizations (id),
    billing_period_id uuid            not null references billing_periods (id),
    percent           integer         not null check (percent in (50, 80, 100)),
    budget            numeric(28, 12) not null,
    spent             numeric(28, 12) not null,
    raised_at         timestamptz     not null,
    primary key (organization_id, billing_period_id, percent)
);

-- What was expected of a period's end, day by day, so that the error of a forecast can be shown beside it.
create table usage_forecasts (
    billing_period_id uuid        not null references billing_periods (id) on delete cascade,
    made_on           date        not null,
    low               numeric     not null,
    expected          numeric     not null,
    high              numeric     not null,
    made_at           timestamptz not null,
    primary key (billing_period_id, made_on)
);

do $$
declare
    insert_only text;
    kept text;
begin
    foreach insert_only in array array['plan_versions', 'subscription_movements', 'invoice_lines', 'credit_notes', 'credit_note_lines', 'payment_allocations', 'accounting_months', 'budget_alerts']
    loop
        execute format('create trigger refuse_change before update or delete on %I for each row execute function refuse_change()', insert_only);
        execute format('create trigger refuse_truncate before truncate on %I execute function refuse_change()', insert_only);
    end loop;

    foreach kept in array array['plans', 'subscriptions', 'invoices', 'payments', 'refunds', 'disputes', 'payment_methods', 'checkouts', 'billing_accounts']
    loop
        execute format('create trigger refuse_delete before delete on %I for each row execute function refuse_change()', kept);
        execute format('create trigger refuse_truncate before truncate on %I execute function refuse_change()', kept);
    end loop;
end $$;
