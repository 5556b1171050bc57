-- Days on which the office is closed, and by what they are.
create table holiday (
    falls_on   date         not null primary key,
    name_th    varchar(200) not null,
    name_en    varchar(200) not null,
    source     varchar(500) not null,
    entered_by varchar(64)  not null,
    entered_at timestamp with time zone not null
);
