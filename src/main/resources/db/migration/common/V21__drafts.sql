-- People write as many new requests at once as they like; of each request that came back, or is to be replaced, one.
alter table draft alter column request_id drop not null;
update draft set request_id = null where request_id = '';
