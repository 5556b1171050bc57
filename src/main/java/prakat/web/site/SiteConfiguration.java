package prakat.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** The frame around the pages, and how long what the public gets may be kept. */
@Configuration
class SiteConfiguration implements WebMvcConfigurer {

    private final Frames frames;

    SiteConfiguration(Frames frames) {
        this.frames = frames;
    }

    /** A page is HTML, also one that says that a file named {@code .txt} is gone: left alone, the name would decide. */
    @Autowired
    void pagesAreHtml(ThymeleafViewResolver pages) {
        pages.setForceContentType(true);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(frames).excludePathPatterns("/api/**", "/assets/**");
        interceptors
                .addInterceptor(new AskAgain())
                .addPathPatterns("/", "/news/**", "/feed.xml", "/sitemap.xml", "/robots.txt", "/assets/**", "/error")
                // Downloads say so themselves.
                .excludePathPatterns("/news/*/files/**");
    }

    /** Whoever keeps a public answer asks again before each use: a period may have ended meanwhile. */
    private static final class AskAgain implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            // An error page of the staff's pages has its own, stricter one already.
            if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
                response.setHeader(
                        HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
                response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
            }
            return true;
        }
    }
}
