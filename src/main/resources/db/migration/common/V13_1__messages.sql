-- Messages wait in queues of their own, and not in the engine: each says since when it stands where, and what went wrong.
alter table message add column state_since timestamp with time zone;
update message set state_since = coalesce(sent_at, created_at);
alter table message alter column state_since set not null;
alter table message drop column sent_at;
alter table message add column last_error varchar(1000);
update message set state = 'QUEUED' where state = 'HANDED_ON';
drop index message_by_state;
create index message_by_state on message (state, state_since);

-- Of each new entry of the record a task tells; those of which nobody was told yet get theirs here.
insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
select 'tell', cast(entry.id as varchar(20)), current_timestamp, false, 1
from history_entry entry
where not exists (select 1 from told where told.history_entry_id = entry.id);
drop table told;
