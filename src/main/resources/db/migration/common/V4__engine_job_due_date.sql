-- The engine looks for due timers every few seconds and ships no index for it.
create index prakat_job_due_date on ACT_RU_JOB (DUEDATE_);
