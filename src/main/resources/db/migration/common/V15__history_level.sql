-- The engine keeps who did which step when, and no longer every value of every variable: it starts only where its tables
-- name the level that is configured.
update act_ge_property set value_ = '1' where name_ = 'historyLevel';
