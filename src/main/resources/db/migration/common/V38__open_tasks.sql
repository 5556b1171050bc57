-- Tasklist's filters show what is due first, and those of one step: pages of them are read by these, which the engine ships not.
create index prakat_task_by_due_date on ACT_RU_TASK (DUE_DATE_, CREATE_TIME_);
create index prakat_task_by_step on ACT_RU_TASK (TASK_DEF_KEY_, CREATE_TIME_);
