-- What is on record stays: no program and no person changes or removes it through the database.
create trigger history_entry_append_only before update, delete on history_entry call 'prakat.request.AppendOnly';
create trigger revision_append_only before update, delete on revision call 'prakat.request.AppendOnly';
create trigger attachment_append_only before update, delete on attachment call 'prakat.request.AppendOnly';
create trigger attachment_content_append_only before update, delete on attachment_content call 'prakat.request.AppendOnly';
