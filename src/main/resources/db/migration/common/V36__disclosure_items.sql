-- The items of the office's lists that a version discloses, a line each, such as 2568/O1; none for a version that names none.
create table revision_disclosure (
    id    bigint        not null primary key references revision (id),
    items varchar(1000) not null
);
alter table draft add column disclosure_items text default '' not null;
