-- The index of all groups of three letters. Not that of the extension pg_trgm: it keeps 24 bits of a checksum of three Thai
-- letters, in which so many fall together that some words had every text checked; and it needs rights and a locale.
drop index if exists search_text_by_trigram;
create function letter_triples(text) returns bigint[] language plpgsql immutable strict parallel safe cost 1000 as $$
declare
    letter text;
    triple bigint := 0;
    n int := -2;
    triples bigint[] := '{}';
begin
    foreach letter in array string_to_array($1, null) loop
        triple := triple << 21 & 9223372036854775807 | ascii(letter);
        n := n + 1;
        if n > 0 then
            triples[n] := triple;
        end if;
    end loop;
    return triples;
end
$$;
create index search_text_by_letters on search_text using gin (letter_triples(content));
-- What the letters' frequencies would be good for is worked out again and again otherwise, and nothing is planned by it.
alter index search_text_by_letters alter column 1 set statistics 0;
