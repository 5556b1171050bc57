package prakat.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** How the address of a list is read and written. Anything may stand in one: what makes no sense is never an error. */
public final class ListAddress {

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
