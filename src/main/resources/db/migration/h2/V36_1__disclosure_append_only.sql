-- What was certified stays, as the rest of the record.
create trigger revision_disclosure_append_only before update, delete on revision_disclosure call 'prakat.request.AppendOnly';
