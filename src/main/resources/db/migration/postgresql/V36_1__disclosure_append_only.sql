-- What was certified stays, as the rest of the record.
create trigger revision_disclosure_append_only before update or delete or truncate on revision_disclosure
    for each statement execute function append_only();
