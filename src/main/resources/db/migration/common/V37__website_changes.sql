-- How often the website has changed: the sum. Each change counts in one of the rows, so that few wait for each other.
create table website_change (
    slot    int    not null primary key,
    changes bigint not null
);
insert into website_change (slot, changes) values
    (0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0), (7, 0),
    (8, 0), (9, 0), (10, 0), (11, 0), (12, 0), (13, 0), (14, 0), (15, 0);
