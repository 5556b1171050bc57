-- True for the look that is under way, of which there is one at most; null once it has ended, or where an older node began it.
alter table rescreening add column under_way boolean;
create unique index rescreening_under_way on rescreening (under_way);
