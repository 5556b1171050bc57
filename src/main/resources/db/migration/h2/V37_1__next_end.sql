-- The next end of what is on the website, of which very many have ended.
create index publication_by_end on publication (publish_until);
