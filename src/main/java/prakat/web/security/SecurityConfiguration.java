package prakat.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.web.ProblemWriter;
import prakat.web.ScriptModules;
import prakat.web.engine.EngineCall;
import prakat.web.engine.EngineRestFilter;
import prakat.web.security.SignInBrake.TooSoon;

/**
 * Three chains: the public's pages, which know no accounts; the REST APIs, by Basic or by the session; and the
 * staff's pages with the engine's webapps, by the session of the one sign-in.
 */
@Configuration
class SecurityConfiguration {

    private static final String PAGE_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    /** What is the same for everybody, signed in or not. */
    static final RequestMatcher PUBLIC = paths(
            "/",
            "/news/**",
            "/disclosure/**",
            "/verify/**",
            "/feed.xml",
            "/sitemap.xml",
            "/robots.txt",
            "/assets/**",
            "/webjars/**",
            "/favicon.ico");

    /** The webapps have a policy of their own; a probe is answered before the addresses of the scripts are known. */
    private static final RequestMatcher WITHOUT_PAGE_POLICY = paths("/camunda/**", "/actuator/health/**");

    private static final RequestMatcher WEBAPP_CALLS = paths("/camunda/api/**");
    private static final RequestMatcher WEBAPP_SIGN_OUT = PathPatternRequestMatcher.withDefaults()
            .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");

    private final Organisation organisation;
    private final ProblemWriter problems;
    private final EngineRestFilter engineRestFilter;
    private final ScriptModules modules;

    SecurityConfiguration(
            Organisation organisation,
            ProblemWriter problems,
            EngineRestFilter engineRestFilter,
            ScriptModules modules) {
        this.modules = modules;
        this.organisation = organisation;
        this.problems = problems;
        this.engineRestFilter = engineRestFilter;
    }

    @Bean
    @Order(1)
    SecurityFilterChain publicPages(HttpSecurity http) throws Exception {
        return http.securityMatcher(PUBLIC)
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(PAGE_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                        .frameOptions(frames -> frames.sameOrigin()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain programs(HttpSecurity http) throws Exception {
        AuthenticationEntryPoint signIn = (request, response, failure) -> {
            if (failure instanceof TooSoon soon) {
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(soon.seconds()));
                problems.write(429, "sign-in-too-soon", request, response);
            } else {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Prakat\", charset=\"UTF-8\"");
                problems.write(401, "unauthenticated", request, response);
            }
        };
        return http.securityMatcher(paths("/api/**", EngineCall.REST + "/**", "/actuator/metrics/**"))
                .authorizeHttpRequests(calls -> calls.requestMatchers(paths("/actuator/metrics/**"))
                        .access(administrators())
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(signIn))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens())
                        .csrfTokenRequestHandler(plainTokens())
                        .ignoringRequestMatchers(SecurityConfiguration::comesFromAProgram))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(signIn).accessDeniedHandler(denied()))
                .headers(headers -> headers.frameOptions(frames -> frames.sameOrigin()))
                .addFilterAfter(engineRestFilter, AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain staffPages(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(calls -> calls.requestMatchers(
                                paths("/camunda/api/admin/setup/**", "/camunda/api/admin/auth/user/*/login/*"))
                        .denyAll()
                        .requestMatchers(paths("/camunda/api/admin/auth/**"))
                        .authenticated()
                        .requestMatchers(paths(
                                "/camunda/app/cockpit/**",
                                "/camunda/api/cockpit/**",
                                "/camunda/app/admin/**",
                                "/camunda/api/admin/**"))
                        .access(administrators())
                        .requestMatchers(paths("/camunda/app/**", "/camunda/api/**"))
                        .access(accounts())
                        .requestMatchers(paths("/camunda/**", "/desk/**", "/forms/**"))
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .formLogin(form -> form.loginPage("/login")
                        .defaultSuccessUrl("/desk")
                        .failureHandler(new SignInFailure())
                        .permitAll())
                .logout(logout -> logout.logoutRequestMatcher(new OrRequestMatcher(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/logout"),
                                WEBAPP_SIGN_OUT))
                        .logoutSuccessHandler(signedOut())
                        .deleteCookies("PRAKATSESSION"))
                // Where somebody wanted to go before the sign-in is no reason for a session.
                .requestCache(cache -> cache.requestCache(whereTheyWantedToGo()))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens())
                        .csrfTokenRequestHandler(plainTokens())
                        // The webapps' calls carry a token of the engine's own filter.
                        .ignoringRequestMatchers(WEBAPP_CALLS))
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), WEBAPP_CALLS)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), AnyRequestMatcher.INSTANCE)
                        .defaultAccessDeniedHandlerFor(denied(), WEBAPP_CALLS)
                        .defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), AnyRequestMatcher.INSTANCE))
                .headers(headers ->
                        headers.frameOptions(frames -> frames.sameOrigin()).addHeaderWriter(pagePolicy()))
                .addFilterAfter(engineRestFilter, AuthorizationFilter.class)
                .build();
    }

    /** The webapps fail over a session whose account is gone. */
    private AuthorizationManager<RequestAuthorizationContext> accounts() {
        return people(person -> true);
    }

    private AuthorizationManager<RequestAuthorizationContext> administrators() {
        return people(Person::administrator);
    }

    private AuthorizationManager<RequestAuthorizationContext> people(Predicate<Person> allowed) {
        return (authentication, call) -> new AuthorizationDecision(organisation
                .person(authentication.get().getName())
                .filter(allowed)
                .isPresent());
    }

    private AccessDeniedHandler denied() {
        return (request, response, failure) ->
                problems.write(403, failure instanceof CsrfException ? "csrf" : "forbidden", request, response);
    }

    private static LogoutSuccessHandler signedOut() {
        LogoutSuccessHandler forWebapps = new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT);
        return (request, response, authentication) -> {
            if (WEBAPP_SIGN_OUT.matches(request)) {
                forWebapps.onLogoutSuccess(request, response, authentication);
            } else {
                response.sendRedirect("/login?logout");
            }
        };
    }

    /** No session to misuse, and no credentials that a browser may have added for another site's page. */
    private static boolean comesFromAProgram(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null
                ? request.getSession(false) == null
                : request.getHeader("Sec-Fetch-Site") == null && request.getHeader(HttpHeaders.ORIGIN) == null;
    }

    private static CsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        // Names of its own: the webapps use XSRF-TOKEN for theirs.
        tokens.setCookieName("PRAKAT-CSRF");
        tokens.setHeaderName("X-PRAKAT-CSRF");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return tokens;
    }

    private static RequestCache whereTheyWantedToGo() {
        MediaTypeRequestMatcher pages = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        pages.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        CookieRequestCache cache = new CookieRequestCache();
        cache.setRequestMatcher(
                new AndRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**"), pages));
        return cache;
    }

    /** The token is at hand on every page, so that the forms' scripts find its cookie. */
    private static CsrfTokenRequestAttributeHandler plainTokens() {
        CsrfTokenRequestAttributeHandler handler = new CsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }

    /** By the whole path: plain strings would mean Spring's own servlet only, and not the engine's. */
    private static RequestMatcher paths(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList());
    }

    /** The one script that stands in a page says where the editor's modules are. A page may have a policy of its own. */
    private HeaderWriter pagePolicy() {
        HeaderWriter policy = (request, response) -> new StaticHeadersWriter(
                        "Content-Security-Policy", PAGE_POLICY + "; script-src 'self' " + modules.policySource())
                .writeHeaders(request, response);
        return new DelegatingRequestMatcherHeaderWriter(new NegatedRequestMatcher(WITHOUT_PAGE_POLICY), policy);
    }
}
