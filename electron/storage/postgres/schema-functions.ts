/**
 * What the schema needs besides its tables. `refuse` lets the schema's owner pass where a function of its own says so:
 * erasing texts, and rebuilding. A desk's role owns nothing, so that whatever it says, it does not pass.
 */
export const SCHEMA_FUNCTIONS = `
create function refuse() returns trigger language plpgsql as $$
begin
  if current_setting('blocktime.passing', true) = 'on'
    and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid)
  then
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end if;
  raise exception '%', tg_argv[0];
end $$;

create function next_id(called text) returns bigint language plpgsql volatile as $$
declare following bigint;
begin
  execute format('select coalesce(max(id), 0) + 1 from %I', called) into following;
  return following;
end $$;

create function json_valid(value text) returns boolean language plpgsql immutable as $$
begin
  perform value::json;
  return true;
exception when others then
  return false;
end $$;

create function forget_text(forgotten text[], escaped text[], instead text) returns void
language plpgsql security definer set search_path = blocktime, pg_temp as $$
declare place int;
begin
  perform set_config('blocktime.passing', 'on', true);
  for place in 1 .. cardinality(forgotten) loop
    delete from commands where strpos(answer, escaped[place]) > 0;
    update audit_list set username = instead where lower(username) = lower(forgotten[place]);
    update audit_list set detail = replace(detail, forgotten[place], instead) where strpos(detail, forgotten[place]) > 0;
  end loop;
  perform set_config('blocktime.passing', '', true);
end $$;

create table writer (
  id bigint primary key check (id = 1),
  version bigint not null,
  schema_version bigint not null
);
insert into writer values (1, 0, 0);
create table write_marks (
  mark text collate "C" primary key,
  version bigint not null
);
create index write_marks_by_version on write_marks (version);
`
