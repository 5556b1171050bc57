package prakat.web.desk.draft;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import prakat.request.content.Description;
import prakat.request.draft.Draft;

/**
 * The page to propose something, as it was sent. Read by hand: the framework would split a link at its commas.
 *
 * @param draft id
 * @param saves of the draft that was open on the page
 * @param action what the person pressed; submits where it says nothing
 * @param described what is said of the draft's files, by their ids and in their order
 * @param files that came with it, from a browser without scripts
 */
record TypedForm(
        String draft,
        int saves,
        String action,
        Draft.Typed typed,
        Map<Long, Description> described,
        List<MultipartFile> files) {

    static final String SAVE = "save";
    static final String PREVIEW = "preview";
    static final String REMOVE = "remove-";
    private static final String EARLIER = "earlier-";
    private static final String LATER = "later-";

    /** Before the id of a file of which something is said. */
    private static final String ALTERNATIVE_TEXT = "alternativeText-";

    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    /** The choice of a start or an end on a given day. */
    private static final String ON_A_DAY = "on-a-day";

    /**
     * Reads the whole page.
     *
     * @throws MultipartException where it is too long
     */
    static TypedForm of(HttpServletRequest request) {
        // Read all parameters at once, so that a form that is too long fails instead of losing its last fields.
        request.getParameterMap();
        return new TypedForm(
                text(request, "draft"),
                number(text(request, "saves")),
                text(request, "action"),
                new Draft.Typed(
                        text(request, "title"),
                        text(request, "summary"),
                        text(request, "body"),
                        text(request, "category"),
                        !ON_A_DAY.equals(text(request, "starts")),
                        text(request, "fromDay"),
                        text(request, "fromTime"),
                        !ON_A_DAY.equals(text(request, "ends")),
                        text(request, "untilDay"),
                        text(request, "untilTime"),
                        text(request, "group"),
                        texts(request, "externalLinks"),
                        text(request, "note"),
                        texts(request, "disclosureItems")),
                described(request),
                request instanceof MultipartRequest parts ? parts.getFiles("files") : List.of());
    }

    /** Whether it was only one of the files that was to be moved or taken away. */
    boolean isAboutFiles() {
        return List.of(REMOVE, EARLIER, LATER).stream().anyMatch(action::startsWith);
    }

    private static Map<Long, Description> described(HttpServletRequest request) {
        List<String> order =
                new ArrayList<>(Arrays.asList(text(request, "order").split(",")));
        order.removeIf(id -> !ID.matcher(id).matches());
        move(order, text(request, "action"), request);
        Map<Long, Description> described = new LinkedHashMap<>();
        for (String id : order) {
            described.put(
                    Long.valueOf(id),
                    Description.said(
                            request.getParameter(ALTERNATIVE_TEXT + id),
                            request.getParameter("caption-" + id),
                            id.equals(text(request, "cover"))));
        }
        return described;
    }

    /** Lets a picture change places with the one before or after it, from a browser without scripts. */
    private static void move(List<String> order, String action, HttpServletRequest request) {
        int step = action.startsWith(EARLIER) ? -1 : action.startsWith(LATER) ? 1 : 0;
        int from = order.indexOf(action.substring(action.indexOf('-') + 1));
        if (step == 0 || from < 0) {
            return;
        }
        int to = from + step;
        while (to >= 0 && to < order.size() && request.getParameter(ALTERNATIVE_TEXT + order.get(to)) == null) {
            to += step;
        }
        if (to >= 0 && to < order.size()) {
            Collections.swap(order, from, to);
        }
    }

    private static String text(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private static List<String> texts(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : Arrays.asList(values);
    }

    /** -1 for what is not a number. */
    private static int number(String said) {
        try {
            return Integer.parseInt(said);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
