package prakat.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;
import prakat.input.Texts;

/** How the address of a list is read and written. Anything may stand in one: what makes no sense is never an error. */
public final class ListAddress {

    private static final int LONGEST = 200;
    private static final int LAST_PAGE = 100_000;

    private ListAddress() {}

    /** The page that was asked for, from 1; the first where none was, or none that any list has. */
    public static int page(String said) {
        try {
            int page = said == null ? 1 : Integer.parseInt(said.strip());
            return page < 1 || page > LAST_PAGE ? 1 : page;
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** The words that were asked for, on one line and no longer than anybody searches for; "" for none. */
    public static String words(String said) {
        String line = Texts.line(said);
        return line.substring(0, line.offsetByCodePoints(0, Math.min(Texts.length(line), LONGEST)));
    }

    /**
     * The address of a page of a list.
     *
     * @param parameters in their order; those that are empty are left out
     * @param page from 1; the first needs no saying
     */
    public static String of(String path, Map<String, String> parameters, int page) {
        Map<String, String> said = new LinkedHashMap<>(parameters);
        said.put("page", page == 1 ? "" : String.valueOf(page));
        said.values().removeIf(String::isEmpty);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        said.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(said).toUriString();
    }
}
