-- What was found stays, as the rest of the record.
create trigger screening_append_only before update or delete or truncate on screening
    for each statement execute function append_only();
