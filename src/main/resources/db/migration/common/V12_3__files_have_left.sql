-- Every file lies in the directory now: the database keeps what it is, not its bytes.
alter table stored_file drop column content;
alter table stored_file alter column size set not null;
alter table stored_file alter column stored_at set not null;

alter table draft_file drop column content;
alter table draft_file add foreign key (sha256) references stored_file (sha256);

-- Whether anything still names a file.
create index attachment_by_file on attachment (sha256);
create index draft_file_by_file on draft_file (sha256);
