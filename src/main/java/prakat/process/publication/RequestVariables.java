package prakat.process.publication;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import prakat.organisation.office.Office;
import prakat.process.publication.PublicationModel.Variables;
import prakat.request.PublicationRequest;

/** What an instance shows of its request in the engine. */
@Component
public class RequestVariables {

    private final Office office;

    RequestVariables(Office office) {
        this.office = office;
    }

    /** The variables of the request's own instance, by name; that of its number where it has one. */
    public Map<String, Object> of(PublicationRequest request) {
        Map<String, Object> variables = new HashMap<>(identifying(request));
        if (!request.isNumbered()) {
            variables.remove(Variables.NUMBER);
        }
        variables.put(Variables.PUBLISH_FROM, time(request.publishFrom()));
        variables.put(Variables.PUBLISH_UNTIL, time(request.publishUntil()));
        return variables;
    }

    /** Those that only the procedure sets: who completes a task may send them back unchanged, and not otherwise. */
    static Map<String, Object> identifying(PublicationRequest request) {
        return Map.of(
                Variables.NUMBER, request.number(),
                Variables.REQUESTER, request.requester(),
                Variables.GROUP, request.groupCode(),
                Variables.ROUND, request.round());
    }

    /** A time as variables show it: ISO 8601 with the office's offset. */
    String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(office.zone()).toOffsetDateTime());
    }
}
