-- The words of each version as the search compares them (prakat.search.FoldedText); V18.1 fills it with what is there.
create table search_text (
    revision_id bigint          not null primary key references revision (id),
    heading     varchar(2000)   not null,
    content     varchar(1000000) not null
);
create index publication_by_revision on publication (revision_id);
