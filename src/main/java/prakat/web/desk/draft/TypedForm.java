package prakat.web.desk.draft;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import prakat.request.draft.Draft;

/**
 * The page to propose something, as it was sent. Read by hand: the framework would split a link at its commas.
 *
 * @param draft id
 * @param saves of the draft that was open on the page
 * @param action what the person pressed; submits where it says nothing
 * @param files that came with it, from a browser without scripts
 */
record TypedForm(String draft, int saves, String action, Draft.Typed typed, List<MultipartFile> files) {

    static final String SAVE = "save";
    static final String PREVIEW = "preview";
    static final String REMOVE = "remove-";

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
                        texts(request, "keep").stream()
                                .map(TypedForm::number)
                                .distinct()
                                .toList()),
                request instanceof MultipartRequest parts ? parts.getFiles("files") : List.of());
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
