package prakat.request.record;

/**
 * Published within the transaction that adds an entry to the record.
 *
 * @param id the entry's
 * @param outcome null where the event has none
 */
public record EntryAdded(long id, Event event, Outcome outcome) {}
