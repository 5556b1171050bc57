-- People are also told of what is about no request, as of wrong passwords for their account.
alter table message alter column history_entry_id drop not null;
alter table message alter column number drop not null;
