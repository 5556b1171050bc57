-- What only served the procedure is remembered as long as its newer models say, in the older ones, too.
update act_re_procdef set history_ttl_ = 90 where key_ in ('deadline', 'notification', 'reconciliation');
