-- What must never change is refused by the database.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is insert-only: % refused', tg_table_name, tg_op using errcode = 'integrity_constraint_violation';
end $$;

do $$
declare
    insert_only text;
    kept text;
begin
    -- Neither changed nor removed.
    foreach insert_only in array array[
        'usage_events', 'usage_keys', 'ledger_entries', 'audit_entries',
        'rate_card_versions', 'pricing_rules', 'agent_pricing', 'tool_pricing']
    loop
        execute format('create trigger refuse_change before update or delete on %I for each row execute function refuse_change()', insert_only);
        execute format('create trigger refuse_truncate before truncate on %I execute function refuse_change()', insert_only);
    end loop;

    -- Changed, but never removed: money refers to them.
    foreach kept in array array['holds', 'organizations']
    loop
        execute format('create trigger refuse_delete before delete on %I for each row execute function refuse_change()', kept);
        execute format('create trigger refuse_truncate before truncate on %I execute function refuse_change()', kept);
    end loop;
end $$;

-- A partition can be truncated by its own name.
create trigger refuse_truncate before truncate on usage_events_default execute function refuse_change();

-- Rows of a version come first, the version seals them: afterwards it takes no more rows.
alter table pricing_rules add constraint fk_pricing_rules_version
    foreign key (version) references rate_card_versions (version) deferrable initially deferred;
alter table agent_pricing add constraint fk_agent_pricing_version
    foreign key (version) references rate_card_versions (version) deferrable initially deferred;
alter table tool_pricing add constraint fk_tool_pricing_version
    foreign key (version) references rate_card_versions (version) deferrable initially deferred;

create function refuse_sealed_version() returns trigger language plpgsql as $$
begin
    if exists (select from rate_card_versions where version = new.version) then
        raise exception 'rate card version % is published: row refused', new.version using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create trigger refuse_sealed_version before insert on pricing_rules for each row execute function refuse_sealed_version();
create trigger refuse_sealed_version before insert on agent_pricing for each row execute function refuse_sealed_version();
create trigger refuse_sealed_version before insert on tool_pricing for each row execute function refuse_sealed_version();

-- Versions follow each other without gaps and are never backdated.
create function refuse_disorder() returns trigger language plpgsql as $$
declare
    last rate_card_versions%rowtype;
begin
    select * into last from rate_card_versions order by version desc limit 1;
    if new.version <> coalesce(last.version, 0) + 1 then
        raise exception 'rate card version % does not follow %', new.version, coalesce(last.version, 0) using errcode = 'integrity_constraint_violation';
    end if;
    if last.version is not null and (new.effective_from <= last.effective_from or new.effective_from < new.published_at) then
        raise exception 'rate card version % is backdated', new.version using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create trigger refuse_disorder before insert on rate_card_versions for each row execute function refuse_disorder();
