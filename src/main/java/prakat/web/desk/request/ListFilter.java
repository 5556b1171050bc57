package prakat.web.desk.request;

import java.util.LinkedHashMap;
import java.util.Map;
import prakat.input.Coded;
import prakat.input.Texts;
import prakat.request.Status;
import prakat.request.query.Requests;
import prakat.web.ListAddress;

/**
 * The filter of the desk's list, read from its address. Values that make no sense are ignored and never an error.
 *
 * @param mine only the reader's own
 * @param status code; "" for any
 * @param group code; "" for any
 * @param words as typed; "" for no search
 * @param page from 1
 */
record ListFilter(boolean mine, String status, String group, String words, int page) {

    private static final int PAGE_SIZE = 20;

    static ListFilter of(boolean mine, String status, String group, String words, String page) {
        return new ListFilter(
                mine,
                Coded.of(Status.class, status).map(Status::code).orElse(""),
                Texts.line(group),
                ListAddress.words(words),
                ListAddress.page(page));
    }

    Requests.Filter filter() {
        return new Requests.Filter(
                Coded.of(Status.class, status).orElse(null),
                group.isEmpty() ? null : group,
                mine,
                words,
                page - 1,
                PAGE_SIZE);
    }

    /** Whether anything narrows the list down. */
    public boolean narrows() {
        return !(status + group + words).isEmpty();
    }

    /** The value of the address's parameter {@code of}. */
    public String of() {
        return mine ? "mine" : "all";
    }

    /** The address of another page of the same list. */
    public String href(int other) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("of", of());
        parameters.put("status", status);
        parameters.put("group", group);
        parameters.put("q", words);
        return ListAddress.of("/desk", parameters, other);
    }
}
