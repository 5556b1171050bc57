-- What has not ended is compared with engine and website every few minutes, a page at a time; all that ended is not to be read
-- for it.
create index publication_request_open on publication_request (status, id);
create index publication_on_website on publication (taken_down_at);
