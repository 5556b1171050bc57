-- Lists are counted by category and group, and narrowed down by them, without reading the content of everything published.
alter table publication add column category varchar(64);
update publication set category = (select category from revision where revision.id = publication.revision_id);
alter table publication alter column category set not null;
create index publication_by_category on publication (category, published_at desc, number desc);
create index publication_by_group on publication (group_code, published_at desc, number desc);
