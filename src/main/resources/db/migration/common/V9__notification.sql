-- What was told of the record: an entry stands here from the transaction on that wrote its messages.
create table told (
    history_entry_id bigint not null primary key references history_entry (id),
    told_at          timestamp with time zone not null
);

-- Nobody gets mails about what happened before there were any.
insert into told (history_entry_id, told_at)
select id, current_timestamp from history_entry;

-- The outbox: what is to be sent, until it was taken, and for some time afterwards.
create table message (
    id               varchar(36)  not null primary key,
    history_entry_id bigint       not null references history_entry (id),
    channel          varchar(16)  not null,
    kind             varchar(32)  not null,
    -- An account, or the address of a webhook.
    recipient        varchar(500) not null,
    address          varchar(320),
    language         varchar(8)   not null,
    number           varchar(16)  not null,
    subject          varchar(500) not null,
    plain            text         not null,
    html             text,
    state            varchar(16)  not null,
    attempts         int          not null,
    created_at       timestamp with time zone not null,
    sent_at          timestamp with time zone,
    unique (history_entry_id, recipient, kind)
);
create index message_by_state on message (state, created_at);
create index message_by_time on message (created_at);

-- What somebody chose at the desk; who chose nothing is told of everything, in Thai.
create table notification_preference (
    account    varchar(64)  not null primary key,
    language   varchar(8)   not null,
    turned_off varchar(400) not null
);
