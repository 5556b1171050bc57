-- What happened within a year, month or day: for the figures, and for the lists behind them.
create index history_entry_by_event_and_time on history_entry (event, at);
