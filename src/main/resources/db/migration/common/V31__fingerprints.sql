-- Numbers of which versions that are nearly the same share some: prakat.screening.care.Wording. What is on the website from
-- before has its own within the hour.
create table fingerprint (
    print       bigint not null,
    revision_id bigint not null references revision (id),
    primary key (print, revision_id)
);
create index fingerprint_by_revision on fingerprint (revision_id);
