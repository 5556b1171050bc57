-- Whenever a task is done, the engine looks for those that were part of it, among all that are open: it has no index for that.
create index prakat_task_by_parent on ACT_RU_TASK (PARENT_TASK_ID_);
