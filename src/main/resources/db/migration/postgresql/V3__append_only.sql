-- What is on record stays: no program and no person changes or removes it through the database.
create function append_only() returns trigger language plpgsql as $$
begin
    raise exception 'append-only: % on % is not allowed', tg_op, tg_table_name;
end
$$;

create trigger history_entry_append_only before update or delete or truncate on history_entry
    for each statement execute function append_only();
create trigger revision_append_only before update or delete or truncate on revision
    for each statement execute function append_only();
create trigger attachment_append_only before update or delete or truncate on attachment
    for each statement execute function append_only();
create trigger attachment_content_append_only before update or delete or truncate on attachment_content
    for each statement execute function append_only();
