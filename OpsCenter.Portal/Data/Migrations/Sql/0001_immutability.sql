-- What must never change is refused by the database.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is insert-only: % refused', tg_table_name, tg_op using errcode = 'integrity_constraint_violation';
end $$;

create trigger refuse_change before update or delete on usage_events for each row execute function refuse_change();
create trigger refuse_truncate before truncate on usage_events execute function refuse_change();
create trigger refuse_truncate before truncate on usage_events_default execute function refuse_change();
create trigger refuse_change before update or delete on usage_keys for each row execute function refuse_change();
create trigger refuse_truncate before truncate on usage_keys execute function refuse_change();
create trigger refuse_change before update or delete on ledger_entries for each row execute function refuse_change();
create trigger refuse_truncate before truncate on ledger_entries execute function refuse_change();
create trigger refuse_change before update or delete on audit_entries for each row execute function refuse_change();
create trigger refuse_truncate before truncate on audit_entries execute function refuse_change();
create trigger refuse_change before update or delete on rate_card_versions for each row execute function refuse_change();
create trigger refuse_truncate before truncate on rate_card_versions execute function refuse_change();
create trigger refuse_change before update or delete on pricing_rules for each row execute function refuse_change();
create trigger refuse_truncate before truncate on pricing_rules execute function refuse_change();
create trigger refuse_change before update or delete on agent_pricing for each row execute function refuse_change();
create trigger refuse_truncate before truncate on agent_pricing execute function refuse_change();
create trigger refuse_change before update or delete on tool_pricing for each row execute function refuse_change();
create trigger refuse_truncate before truncate on tool_pricing execute function refuse_change();
create trigger refuse_delete before delete on holds for each row execute function refuse_change();
create trigger refuse_truncate before truncate on holds execute function refuse_change();
create trigger refuse_delete before delete on organizations for each row execute function refuse_change();

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
