package prakat.web.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.UrlPathHelper;

/**
 * A call of the engine's REST, by whichever of its two addresses it came.
 *
 * @param method of HTTP
 * @param path in the engine's REST, such as {@code /task/12/claim}; without a slash at its end
 */
public record EngineCall(String method, String path) {

    /** For programs. */
    public static final String REST = "/engine-rest";

    /** For the webapps, which have the whole REST at their own address. */
    static final String WEBAPPS = "/camunda/api/engine";

    private static final Pattern PREFIX = Pattern.compile("(?:%s|%s)(?:/engine/default)?".formatted(REST, WEBAPPS));

    static EngineCall of(HttpServletRequest request) {
        return new EngineCall(
                request.getMethod(), PREFIX.matcher(pathOf(request)).replaceFirst(""));
    }

    /** Whether the engine's REST is called. */
    public static boolean isOne(HttpServletRequest request) {
        return PREFIX.matcher(pathOf(request)).lookingAt();
    }

    /** Matches method and path, with a space between them. */
    Matcher matcher(Pattern pattern) {
        return pattern.matcher(method + " " + path);
    }

    boolean is(Pattern pattern) {
        return matcher(pattern).matches();
    }

    private static String pathOf(HttpServletRequest request) {
        String path = UrlPathHelper.defaultInstance.getPathWithinApplication(request);
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
