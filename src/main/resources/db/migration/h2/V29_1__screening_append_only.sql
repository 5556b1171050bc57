-- What was found stays, as the rest of the record.
create trigger screening_append_only before update, delete on screening call 'prakat.request.AppendOnly';
