-- A draft has the files of the version from which it starts as its own, so that all of them can be put in order.
insert into draft_file (draft_id, name, media_type, size, sha256, n)
select d.id, a.name, a.media_type, a.size, a.sha256, a.n - 1000
from draft d
join revision r on r.request_id = d.request_id and r.round = d.round
join attachment a on a.revision_id = r.id
where ',' || d.kept || ',' like '%,' || a.n || ',%'
  and not exists (select 1 from draft_file f where f.draft_id = d.id and f.name = a.name);
-- An older node goes on writing it.
alter table draft alter column kept set default '';
