-- Each change of what is on the website counts, whoever makes it: an older node does not know of the count. At the end of the
-- transaction, since others who count in the same row wait for it; and in one row for all of a transaction, so that no two
-- wait for each other. What changes rows and then the table itself needs "set constraints all immediate" before.
create function website_changed() returns trigger language plpgsql as $$
begin
    update website_change set changes = changes + 1 where slot = pg_backend_pid() % 16;
    return null;
end
$$;

create constraint trigger publication_changes after insert or update or delete on publication
    deferrable initially deferred for each row execute function website_changed();
