-- Each change of what is on the website counts.
create trigger publication_changes after insert, update, delete on publication
    for each row call 'prakat.publication.ChangeCount';
