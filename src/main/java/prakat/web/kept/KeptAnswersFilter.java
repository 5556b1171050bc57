package prakat.web.kept;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import prakat.web.Downloads;
import prakat.web.kept.KeptAnswers.Making;
import prakat.web.kept.KeptAnswers.Question;

/**
 * Answers readers of the public's pages with what the reader before them got, as long as that holds. These pages know no
 * accounts, and are the same for everybody who reads them in the same language. In front of all that makes them, and of what
 * measures that: calls that do not come so far are counted here.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class KeptAnswersFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private static final Pattern PAGES =
            Pattern.compile("/|/news/[^/]+(/pictures/[^/]+)?|/feed\\.xml|/sitemap\\.xml|/disclosure(/[^/]+)?");

    private static final Pattern FILES = Pattern.compile("/news/[^/]+/(files|pictures)/[^/]+/[^/]+");

    /** Words are seldom searched for twice, and what stands behind other names is anybody's invention. */
    private static final Pattern QUERIES = Pattern.compile("((category|group|page|lang)=[\\w.-]{0,64}(&|$)){0,4}");

    /** Of a page that has to be made anew, one is made, and not one for each reader who waits for it. */
    private final Object[] making = Stream.generate(Object::new).limit(64).toArray();

    private final KeptAnswers answers;
    private final LocaleResolver languages;
    private final CallTimes times;

    KeptAnswersFilter(KeptAnswers answers, LocaleResolver languages, CallTimes times) {
        this.answers = answers;
        this.languages = languages;
        this.times = times;
    }

    /** Who sends something along is refused behind, where it is nothing that can be read. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String query = request.getQueryString();
        return !READING.contains(request.getMethod())
                || request.getContentType() != null
                || query != null && !QUERIES.matcher(query).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (PAGES.matcher(path).matches()) {
            page(new AsGet(request), response, chain);
        } else if (FILES.matcher(path).matches()) {
            file(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void page(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begun = System.nanoTime();
        Question question = question(request);
        long changes = changes(request, response, begun);
        Optional<KeptAnswer> kept = answers.find(question, changes);
        Captured made = null;
        if (kept.isEmpty()) {
            synchronized (making[Math.floorMod(question.hashCode(), making.length)]) {
                kept = answers.find(question, changes);
                if (kept.isEmpty()) {
                    made = new Captured(response);
                    make(answers.begin(question, changes), made, request, chain);
                }
            }
        }
        // To a reader who may be slow, with nobody waiting behind.
        if (made != null) {
            made.send(request);
        } else {
            send(kept.orElseThrow(), request, response, begun);
        }
    }

    private static void make(Making making, Captured answer, HttpServletRequest request, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, answer);
        if (answer.getStatus() == HttpServletResponse.SC_OK && !answer.isCommitted()) {
            answer.kept = KeptAnswer.page(pattern(request), answer, answer.getContentAsByteArray());
            making.keep(answer.kept);
        }
    }

    private void file(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begun = System.nanoTime();
        Question question = question(request);
        long changes = changes(request, response, begun);
        Optional<KeptAnswer> kept = answers.find(question, changes);
        if (kept.isPresent()) {
            send(kept.get(), request, response, begun);
            return;
        }
        Making making = answers.begin(question, changes);
        chain.doFilter(request, response);
        if (request.getAttribute(Downloads.SENT) instanceof Downloads.Sent sent
                && response.getStatus() == HttpServletResponse.SC_OK) {
            making.keep(KeptAnswer.file(pattern(request), response, sent));
        }
    }

    private Question question(HttpServletRequest request) {
        String query = request.getQueryString();
        return new Question(
                request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort(),
                request.getRequestURI() + (query == null ? "" : "?" + query),
                languages.resolveLocale(request));
    }

    private static String pattern(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    private long changes(HttpServletRequest request, HttpServletResponse response, long begun) {
        try {
            return answers.changes();
        } catch (RuntimeException e) {
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            times.count(null, e, request, response, begun);
            throw e;
        }
    }

    private void send(KeptAnswer kept, HttpServletRequest request, HttpServletResponse response, long begun)
            throws IOException {
        kept.send(request, response);
        times.count(kept.pattern(), null, request, response, begun);
    }

    /** A HEAD is answered as the GET would be, and the server leaves out the content. */
    private static final class AsGet extends HttpServletRequestWrapper {

        AsGet(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.name();
        }
    }

    /** An answer whose headers are on their way already, and whose content is not. */
    private static final class Captured extends ContentCachingResponseWrapper {

        /** Null where it is none that is kept. */
        private KeptAnswer kept;

        Captured(HttpServletResponse response) {
            super(response);
        }

        /** The server would say so only as it sends the headers. */
        @Override
        public void setLocale(Locale language) {
            setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        }

        void send(HttpServletRequest request) throws IOException {
            if (kept == null) {
                copyBodyToResponse();
            } else {
                kept.sendContent(request, (HttpServletResponse) getResponse());
            }
        }
    }
}
