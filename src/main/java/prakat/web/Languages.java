package prakat.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * In which language a reader is answered: Thai, unless they ask for English. Programs ask by {@code Accept-Language};
 * people by {@code ?lang=en}, which is kept in a cookie, because a browser's first language says little in an office.
 */
@Component("localeResolver")
public class Languages implements LocaleResolver {

    /** The office's own language. */
    public static final Locale THAI = Locale.forLanguageTag("th");

    private static final String CHOICE = "lang";
    private static final Set<String> KNOWN = Set.of("th", "en");

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        // A parameter of an upload cannot be had without reading the upload, which may have to be refused.
        String asked = "GET".equals(request.getMethod()) ? request.getParameter(CHOICE) : null;
        if (asked != null && KNOWN.contains(asked)) {
            return Locale.forLanguageTag(asked);
        }
        Cookie cookie = WebUtils.getCookie(request, CHOICE);
        if (cookie != null && KNOWN.contains(cookie.getValue())) {
            return Locale.forLanguageTag(cookie.getValue());
        }
        return isForPrograms(request) ? ofPrograms(request) : THAI;
    }

    @Override
    public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        Cookie cookie = new Cookie(CHOICE, "en".equals(locale.getLanguage()) ? "en" : "th");
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/") || path.startsWith("/engine-rest/");
    }

    private static Locale ofPrograms(HttpServletRequest request) {
        return request.getHeader("Accept-Language") != null
                        && "en".equals(request.getLocale().getLanguage())
                ? Locale.ENGLISH
                : THAI;
    }
}
