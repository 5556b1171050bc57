-- Lists and searches walk from the newest on; an index the other way round is sorted anew each time by the embedded database.
create index publication_newest_first on publication (published_at desc, number desc);
create index publication_request_newest_first on publication_request (submitted_at desc, number desc);
