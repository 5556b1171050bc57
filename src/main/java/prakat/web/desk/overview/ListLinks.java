package prakat.web.desk.overview;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import prakat.organisation.office.FiscalPeriod;
import prakat.request.Status;
import prakat.request.query.Requests;
import prakat.request.record.Milestone;
import prakat.request.record.ReasonCode;
import prakat.web.ListAddress;

/** The addresses of the lists behind figures: each has exactly as many requests as its figure says. Null is for any. */
final class ListLinks {

    private ListLinks() {}

    static String standing(Status status, String group) {
        return list(group, Map.of("status", status.code()));
    }

    static String late(String group) {
        return list(group, Map.of("late", "yes"));
    }

    static String passed(Milestone milestone, String group, String category, LocalDate first, LocalDate last) {
        Map<String, String> parameters = days(milestone.code(), first, last);
        parameters.put("category", category);
        return list(group, parameters);
    }

    static String returnedFor(ReasonCode reason, String group, FiscalPeriod period) {
        Map<String, String> parameters = days(Milestone.RETURNED.code(), period.first(), period.last());
        parameters.put("reason", reason.code());
        return list(group, parameters);
    }

    /** @param event as {@link Requests.Filter} has it */
    static String happening(String event, String group, LocalDate first, LocalDate last) {
        return list(group, days(event, first, last));
    }

    /** What is on the website and ends on those days. */
    static String ending(String group, LocalDate first, LocalDate last) {
        Map<String, String> parameters = days(Requests.ENDS, first, last);
        parameters.put("status", Status.PUBLISHED.code());
        return list(group, parameters);
    }

    private static Map<String, String> days(String event, LocalDate first, LocalDate last) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("event", event);
        parameters.put("from", first.toString());
        parameters.put("until", last.toString());
        return parameters;
    }

    private static String list(String group, Map<String, String> narrowed) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("of", "all");
        parameters.put("group", group);
        parameters.putAll(narrowed);
        parameters.values().removeIf(value -> value == null);
        return ListAddress.of("/desk", parameters, 1);
    }
}
