-- Why each criterion that failed did, as JSON by its code: prakat.request.Remarks.
alter table history_entry add column remarks text;
