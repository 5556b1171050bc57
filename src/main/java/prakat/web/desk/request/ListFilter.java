package prakat.web.desk.request;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import prakat.input.Coded;
import prakat.input.Texts;
import prakat.request.Status;
import prakat.request.query.Requests;
import prakat.request.record.ReasonCode;
import prakat.web.ListAddress;
import prakat.web.TypedDay;

/**
 * The filter of the desk's list, read from its address. Values that make no sense are ignored and never an error; of days the
 * page says so.
 *
 * @param mine only the reader's own
 * @param status code; "" for any
 * @param group code; "" for any
 * @param category code; "" for any
 * @param event of which the days are, as {@link Requests.Filter} has it; "" for the submission
 * @param reason code of what they were returned for; "" for any
 * @param late only those that are late
 * @param words as typed; "" for no search
 * @param from the first day
 * @param until the last day
 * @param sort as {@link Requests.Filter} has it; "" for the newest first
 * @param page from 1
 */
record ListFilter(
        boolean mine,
        String status,
        String group,
        String category,
        String event,
        String reason,
        boolean late,
        String words,
        TypedDay from,
        TypedDay until,
        String sort,
        int page) {

    static final int PAGE_SIZE = 20;

    private static final String YES = "yes";

    /** What an address of the list says; null for what it does not. */
    record Address(
            String of,
            String status,
            String group,
            String category,
            String event,
            String reason,
            String late,
            String q,
            String from,
            String until,
            String sort,
            String page) {}

    static ListFilter of(boolean mine, Address said) {
        String words = ListAddress.words(said.q());
        return new ListFilter(
                mine,
                Coded.of(Status.class, said.status()).map(Status::code).orElse(""),
                Texts.line(said.group()),
                Texts.line(said.category()),
                Requests.EVENTS.contains(said.event()) ? said.event() : "",
                Coded.of(ReasonCode.class, said.reason()).map(ReasonCode::code).orElse(""),
                YES.equals(said.late()),
                words,
                TypedDay.of(said.from()),
                TypedDay.of(said.until()),
                isOrder(said.sort(), words) ? said.sort() : "",
                ListAddress.page(said.page()));
    }

    private static boolean isOrder(String said, String words) {
        return said != null && Requests.ORDERS.contains(said.startsWith("-") ? said.substring(1) : said)
                || Requests.NEAREST_FIRST.equals(said) && !words.isEmpty();
    }

    Requests.Filter filter() {
        return new Requests.Filter(
                Coded.of(Status.class, status).orElse(null),
                nullIfEmpty(group),
                nullIfEmpty(category),
                mine,
                nullIfEmpty(event),
                Coded.of(ReasonCode.class, reason).orElse(null),
                late,
                from.day(),
                until.day(),
                words,
                nullIfEmpty(sort),
                page - 1,
                PAGE_SIZE);
    }

    private static String nullIfEmpty(String said) {
        return said.isEmpty() ? null : said;
    }

    /** Whether anything narrows the list down. */
    public boolean narrows() {
        return isSpecial() || !(status + group + category + words + from.typed() + until.typed()).isEmpty();
    }

    /** Whether it is narrowed down by what few people ask for. */
    public boolean isSpecial() {
        return late || !(event + reason).isEmpty();
    }

    /** The value of the address's parameter {@code of}. */
    public String of() {
        return mine ? "mine" : "all";
    }

    /** The order, also where none was said. */
    public String order() {
        return sort.isEmpty() ? Requests.NEWEST_FIRST : sort;
    }

    /** Whether the newest come first. */
    boolean isNewestFirst() {
        return order().equals(Requests.NEWEST_FIRST);
    }

    /** How {@code aria-sort} says the order of a column; null where the list is sorted by another. */
    public String sortedBy(String property) {
        if (order().equals(property)) {
            return "ascending";
        }
        return order().equals("-" + property) ? "descending" : null;
    }

    /** The address of another page of the same list. */
    public String href(int other) {
        return ListAddress.of("/desk", parameters(), other);
    }

    /** The address of the same list up to that day. */
    public String hrefUntil(LocalDate day) {
        return with("until", day.toString());
    }

    /** The address of the same list sorted by that; the other way where it is so already. */
    public String hrefSortedBy(String property) {
        return with("sort", property.equals(order()) ? "-" + property : property);
    }

    /** The address of all its pages as a file. */
    public String hrefOfFile(String ending) {
        return ListAddress.of("/desk/requests." + ending, parameters(), 1);
    }

    private String with(String parameter, String value) {
        Map<String, String> parameters = parameters();
        parameters.put(parameter, value);
        return ListAddress.of("/desk", parameters, 1);
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("of", of());
        parameters.put("status", status);
        parameters.put("group", group);
        parameters.put("category", category);
        parameters.put("event", event);
        parameters.put("reason", reason);
        parameters.put("late", late ? YES : "");
        parameters.put("q", words);
        parameters.put("from", from.inAddress());
        parameters.put("until", until.inAddress());
        parameters.put("sort", sort);
        return parameters;
    }
}
