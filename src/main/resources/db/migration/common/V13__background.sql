-- Work beside the pages: a row is a task, from the transaction on that wants it done until it is. As db-scheduler 16 has it.
create table scheduled_tasks (
    task_name            varchar(100) not null,
    task_instance        varchar(100) not null,
    task_data            ${bytes},
    execution_time       timestamp with time zone not null,
    picked               boolean      not null,
    picked_by            varchar(50),
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp with time zone,
    version              bigint       not null,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);

-- The same for what waits for other machines, by their address: nothing else shares these queues.
create table delivery_tasks (
    task_name            varchar(600) not null,
    task_instance        varchar(100) not null,
    task_data            ${bytes},
    execution_time       timestamp with time zone not null,
    picked               boolean      not null,
    picked_by            varchar(50),
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp with time zone,
    version              bigint       not null,
    primary key (task_name, task_instance)
);
create index delivery_tasks_by_time on delivery_tasks (execution_time);
create index delivery_tasks_by_heartbeat on delivery_tasks (last_heartbeat);
