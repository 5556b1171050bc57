-- The engine finds due jobs by the index on their due date, and none that has none.
update ACT_RU_JOB set DUEDATE_ = coalesce(CREATE_TIME_, timestamp '2000-01-01 00:00:00') where DUEDATE_ is null;
