package prakat.web.security;

import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;
import prakat.web.engine.EngineRestFilter;

/** The filters around the chains of {@link SecurityConfiguration}. */
@Configuration
class FilterConfiguration {

    /** The filter runs in the chains and nowhere else. */
    @Bean
    FilterRegistrationBean<EngineRestFilter> engineRestFilterOnlyInChains(EngineRestFilter filter) {
        FilterRegistrationBean<EngineRestFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    /** Spring's own, behind the answers that are kept: what it takes is a good part of what they take. */
    @Bean
    FilterRegistrationBean<ServerHttpObservationFilter> observation(ObservationRegistry observations) {
        FilterRegistrationBean<ServerHttpObservationFilter> registration =
                new FilterRegistrationBean<>(new ServerHttpObservationFilter(observations));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        return registration;
    }

    /** Before the chains: what they look up of a caller is at hand for the rest of the call. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> requestContext() {
        FilterRegistrationBean<RequestContextFilter> registration =
                new FilterRegistrationBean<>(new RequestContextFilter());
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappIdentity() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> registration =
                beforeTheWebapps(new ContainerBasedAuthenticationFilter(), "/camunda/app/*", "/camunda/api/*");
        registration.setInitParameters(Map.of("authentication-provider", WebappIdentity.class.getName()));
        return registration;
    }

    @Bean
    FilterRegistrationBean<NonceFilter> noncesOfWebapps() {
        return beforeTheWebapps(new NonceFilter(), "/camunda/app/*");
    }

    /** Behind the chains. */
    private static <F extends Filter> FilterRegistrationBean<F> beforeTheWebapps(F filter, String... patterns) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setUrlPatterns(List.of(patterns));
        registration.setOrder(201);
        registration.setMatchAfter(true);
        return registration;
    }
}
