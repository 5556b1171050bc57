-- What is said of a picture among the attachments. Lengths are in characters of the database's counting, which may be twice
-- what a reader counts.
alter table attachment add column alternative_text varchar(500) default '' not null;
alter table attachment add column caption varchar(600) default '' not null;
alter table attachment add column cover boolean default false not null;

-- The same of a draft's, as it was typed, however long; and the place of each file among the others.
alter table draft_file add column alternative_text text default '' not null;
alter table draft_file add column caption text default '' not null;
alter table draft_file add column cover boolean default false not null;
alter table draft_file add column n int default 0 not null;
