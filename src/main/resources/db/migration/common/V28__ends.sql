-- What is on the website past its end, which is asked for with every look at the metrics: none, as a rule, of very many.
create index publication_request_by_end on publication_request (status, publish_until);
