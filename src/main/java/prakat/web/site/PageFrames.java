package prakat.web.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import prakat.disclosure.DisclosureLists;
import prakat.organisation.office.Office;
import prakat.organisation.office.WrittenDates;
import prakat.web.Languages;
import prakat.web.PublicAddress;

/** Puts the {@link PageFrame} around every page and keeps the language that a reader chose by {@code ?lang}. */
@Component
class PageFrames implements HandlerInterceptor {

    private static final String LANGUAGE = "lang";

    private final Office office;
    private final OfficeStyle officeStyle;
    private final WrittenDates dates;
    private final PublicAddress address;
    private final DisclosureLists disclosure;
    private final LocaleResolver languages;

    PageFrames(
            Office office,
            OfficeStyle officeStyle,
            WrittenDates dates,
            PublicAddress address,
            DisclosureLists disclosure,
            LocaleResolver languages) {
        this.office = office;
        this.officeStyle = officeStyle;
        this.dates = dates;
        this.address = address;
        this.disclosure = disclosure;
        this.languages = languages;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if ("GET".equals(request.getMethod()) && request.getParameter(LANGUAGE) != null) {
            languages.setLocale(request, response, languages.resolveLocale(request));
        }
        // In the request and not in a model, which error pages do not have.
        request.setAttribute("frame", frame(request, languages.resolveLocale(request)));
        return true;
    }

    private PageFrame frame(HttpServletRequest request, Locale locale) {
        Locale other = Locale.ENGLISH.equals(locale) ? Languages.THAI : Locale.ENGLISH;
        return new PageFrame(
                office.name().in(locale),
                office.shortName().in(locale),
                officeStyle.styleHref(),
                officeStyle.logoHref(),
                address.base(),
                office.contact(),
                disclosure.inForce().isPresent(),
                request.getUserPrincipal() != null,
                other,
                here(request, other),
                locale,
                dates);
    }

    /** The address that was asked for, also on an error page. */
    private static String here(HttpServletRequest request, Locale language) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        try {
            return ServletUriComponentsBuilder.fromRequest(request)
                    .scheme(null)
                    .host(null)
                    .port(null)
                    .replacePath(path)
                    .replaceQueryParam(LANGUAGE, language.getLanguage())
                    .build(true)
                    .toUriString();
        } catch (IllegalArgumentException e) {
            // A query such as "100%" cannot be written again as it came; the page itself is there all the same.
            return path + "?" + LANGUAGE + "=" + language.getLanguage();
        }
    }
}
