-- The backups that were made of the embedded database, and those that failed. One that is under way is in its own copy, too:
-- by that a restored database is recognised.
create table backup (
    name     varchar(32)   not null primary key,
    begun_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    whole    boolean       not null,
    bytes    bigint        not null,
    files    int           not null,
    problem  varchar(2000)
);
create index backup_by_time on backup (begun_at);
