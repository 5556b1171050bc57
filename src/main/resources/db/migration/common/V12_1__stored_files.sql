-- A row for each file of the directory beside the database; versions and drafts name it by its digest.
alter table attachment_content rename to stored_file;
alter table stored_file alter column content drop not null;
alter table stored_file add column size bigint;
-- In which a plain text is written; null for all else.
alter table stored_file add column charset varchar(64);
-- When its bytes were last received; null while they are still in the database.
alter table stored_file add column stored_at timestamp with time zone;
