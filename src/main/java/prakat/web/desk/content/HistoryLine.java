package prakat.web.desk.content;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import prakat.request.record.Answer;

/**
 * An entry of the history, in words.
 *
 * @param who the person's name at that time; the capacity's where it was the procedure itself
 * @param capacity title in which the person acted; null for the procedure itself
 * @param event code
 * @param outcome code; null where the event is no decision
 * @param reasonCode code; null where none was given
 * @param reason in words; null where none were given
 * @param failed criteria that were not met, in the procedure's order
 * @param met criteria that were met
 * @param remarks why criteria were not met, by their codes
 * @param sentBack whether it sent the version back to its requester
 * @param digest of the version it was about
 * @param until the end of the period that it was about; null where it was about none
 * @param subject the new owner's name, or the number of the newer version; null where it was about neither
 * @param answers to the warnings of the screening
 */
public record HistoryLine(
        Instant at,
        String who,
        String capacity,
        String event,
        int round,
        String outcome,
        String reasonCode,
        String reason,
        List<String> failed,
        List<String> met,
        Map<String, String> remarks,
        boolean sentBack,
        String digest,
        Instant until,
        String subject,
        List<Answer> answers) {}
