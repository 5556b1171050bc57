-- A request may be to replace what is on the website by a newer version, at the same address.
alter table publication_request add column replaces varchar(36) references publication_request (id);
create index publication_request_by_replaced on publication_request (replaces);

-- The address is the number of the first of all versions; one after the other they are found under it.
alter table publication add column address varchar(16);
alter table publication add column first_published_at timestamp with time zone;
update publication set address = number, first_published_at = published_at;
alter table publication alter column address set not null;
alter table publication alter column first_published_at set not null;
create index publication_by_address on publication (address, published_at);

-- Whom or what an entry is about: the new owner's account, or the number of what took its place.
alter table history_entry add column subject varchar(64);
create index history_entry_by_event on history_entry (event, request_id);

-- Whether a draft is to replace what is on the website, and not a returned version.
alter table draft add column for_update boolean default false not null;
