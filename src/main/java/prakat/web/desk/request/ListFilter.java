package prakat.web.desk.request;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import prakat.input.Coded;
import prakat.input.Texts;
import prakat.request.Status;
import prakat.request.query.Requests;
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
 * @param words as typed; "" for no search
 * @param from the first day of submission
 * @param until the last such day
 * @param nearestFirst whether those that are nearest to the words come first; else the newest do
 * @param page from 1
 */
record ListFilter(
        boolean mine,
        String status,
        String group,
        String category,
        String words,
        TypedDay from,
        TypedDay until,
        boolean nearestFirst,
        int page) {

    static final int PAGE_SIZE = 20;

    /** What an address of the list says; null for what it does not. */
    record Said(
            String status,
            String group,
            String category,
            String q,
            String from,
            String until,
            String sort,
            String page) {}

    static ListFilter of(boolean mine, Said said) {
        String words = ListAddress.words(said.q());
        return new ListFilter(
                mine,
                Coded.of(Status.class, said.status()).map(Status::code).orElse(""),
                Texts.line(said.group()),
                Texts.line(said.category()),
                words,
                TypedDay.of(said.from()),
                TypedDay.of(said.until()),
                !words.isEmpty() && Requests.NEAREST_FIRST.equals(said.sort()),
                ListAddress.page(said.page()));
    }

    Requests.Filter filter() {
        return new Requests.Filter(
                Coded.of(Status.class, status).orElse(null),
                group.isEmpty() ? null : group,
                category.isEmpty() ? null : category,
                mine,
                from.day(),
                until.day(),
                words,
                nearestFirst ? Requests.NEAREST_FIRST : null,
                page - 1,
                PAGE_SIZE);
    }

    /** Whether anything narrows the list down. */
    public boolean narrows() {
        return !(status + group + category + words + from.typed() + until.typed()).isEmpty();
    }

    /** The value of the address's parameter {@code of}. */
    public String of() {
        return mine ? "mine" : "all";
    }

    /** The address of another page of the same list. */
    public String href(int other) {
        return href(until.inAddress(), other);
    }

    /** The address of the same list up to that day. */
    public String hrefUntil(LocalDate day) {
        return href(day.toString(), 1);
    }

    private String href(String lastDay, int other) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("of", of());
        parameters.put("status", status);
        parameters.put("group", group);
        parameters.put("category", category);
        parameters.put("q", words);
        parameters.put("from", from.inAddress());
        parameters.put("until", lastDay);
        parameters.put("sort", nearestFirst ? Requests.NEAREST_FIRST : "");
        return ListAddress.of("/desk", parameters, other);
    }
}
