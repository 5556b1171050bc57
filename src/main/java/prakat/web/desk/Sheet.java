package prakat.web.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import prakat.request.HistoryEntry;
import prakat.request.PublicationRequest;
import prakat.request.Revision;

/**
 * A request with all that is known of it.
 *
 * @param request where it stands
 * @param content the version of the present round
 * @param category name
 * @param group name
 * @param holders with whom it is; empty where nobody has to act
 * @param returned why it came back, where it is back with its requester; null otherwise
 * @param history the whole record, oldest first
 * @param earlier the versions of the rounds before, the newest first
 * @param publicAddress where readers see it; null unless they do
 */
record Sheet(
        PublicationRequest request,
        Revision content,
        String category,
        String group,
        List<String> holders,
        Line returned,
        List<Line> history,
        List<Earlier> earlier,
        String publicAddress) {

    private static final Set<String> DECISIONS =
            Set.of(HistoryEntry.Event.CERTIFICATION.code(), HistoryEntry.Event.VETTING.code());

    /**
     * A line of the record.
     *
     * @param who the person's name at that time; the capacity's where it was the procedure itself
     * @param capacity title in which the person acted; null for the procedure itself
     * @param event code
     * @param outcome code; null where the event is no decision
     * @param reasonCode code; null where none was given
     * @param reason in words; null where none were given
     * @param checklist marks by criterion, in the procedure's order
     * @param digest of the version it was about
     */
    record Line(
            Instant at,
            String who,
            String capacity,
            String event,
            int round,
            String outcome,
            String reasonCode,
            String reason,
            Map<String, Boolean> checklist,
            String digest) {

        /** Whether somebody decided on it here: the other events say all by their names. */
        public boolean isDecision() {
            return DECISIONS.contains(event);
        }
    }

    /**
     * A version of an earlier round.
     *
     * @param content what was proposed then
     * @param returned why it came back; null where the record does not say
     */
    record Earlier(Revision content, Line returned) {}
}
