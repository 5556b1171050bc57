-- At each start: an office that gets the extension later has the index from the next start on. The search needs neither.
do $$
begin
    perform set_config('client_min_messages', 'warning', true);
    create extension if not exists pg_trgm;
    create index if not exists search_text_by_trigram on search_text using gin (content gin_trgm_ops);
exception when others then
    raise warning 'No index for the search, which reads every text instead: % (install the extension pg_trgm)', sqlerrm;
end
$$;
