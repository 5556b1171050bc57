package prakat.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import prakat.web.PublicAddress;

/** The frame around the pages, and the cache headers of public answers. */
@Configuration
class SiteConfiguration implements WebMvcConfigurer {

    private static final Logger log = LoggerFactory.getLogger(SiteConfiguration.class);

    private final PageFrames pageFrames;
    private final PublicAddress address;

    SiteConfiguration(PageFrames pageFrames, PublicAddress address) {
        this.pageFrames = pageFrames;
        this.address = address;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhatIsMissing() {
        if (address.address().isEmpty()) {
            log.warn(
                    "Feeds, the sitemap and printed forms name the address by which each reader came, which anybody can"
                            + " make up: set PRAKAT_ADDRESS in the environment.");
        }
    }

    /** A page is HTML, also one that says that a file named {@code .txt} is gone: left alone, the name would decide. */
    @Autowired
    void pagesAreHtml(ThymeleafViewResolver pages) {
        pages.setForceContentType(true);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(pageFrames).excludePathPatterns("/api/**", "/assets/**", "/webjars/**");
        interceptors
                .addInterceptor(new Caching())
                .addPathPatterns(
                        "/",
                        "/news/**",
                        "/disclosure/**",
                        "/feed.xml",
                        "/sitemap.xml",
                        "/robots.txt",
                        "/favicon.ico",
                        "/assets/**",
                        "/webjars/**",
                        "/error")
                // Downloads say so themselves.
                .excludePathPatterns("/news/*/files/**", "/news/*/pictures/*/*");
    }

    /**
     * A cache asks again before each use of a public answer, since a period may have ended. Only what has its digest or its
     * version in its address, and so never changes, is kept without asking.
     */
    private static final class Caching implements HandlerInterceptor {

        private static final String FOR_EVER = CacheControl.maxAge(Duration.ofDays(365))
                .cachePublic()
                .immutable()
                .getHeaderValue();

        private static final Pattern FIXED =
                Pattern.compile("/assets/.+-[0-9a-f]{32}\\.[a-z0-9]+|/webjars/[\\w.-]+/\\d[^/]*/.+");

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            String said = response.getHeader(HttpHeaders.CACHE_CONTROL);
            if (FIXED.matcher(request.getRequestURI()).matches()) {
                response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
            } else if (said == null || said.equals(FOR_EVER)) {
                // An error page of the staff's pages has its own, stricter one already; that of an asset is for now
                // only.
                response.setHeader(
                        HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
                response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
            }
            return true;
        }
    }
}
