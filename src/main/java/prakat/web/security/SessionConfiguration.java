package prakat.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions in the database: a restart keeps them, several nodes share them, and a call costs one statement for its own. */
@Configuration
class SessionConfiguration {

    /** Two calls that first set the same attribute at once: the first one's stays, and neither fails. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> attributesAtOnce() {
        return sessions -> sessions.setCreateSessionAttributeQuery(
                """
                insert into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
                values (?, ?, ?) on conflict do nothing""");
    }

    @Bean
    static BeanPostProcessor oneStatementEachCall() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof JdbcIndexedSessionRepository sessions) {
                    return new SparingSessions<>(sessions);
                }
                return bean instanceof DefaultCookieSerializer cookies ? new ReadOnce(cookies) : bean;
            }
        };
    }

    /** For the rest of the call there is no session: the database in which it lies is away. */
    static void leaveUnread(HttpServletRequest request) {
        request.setAttribute(ReadOnce.DONE, true);
    }

    /**
     * Names a call's session once: after the answer has gone out, Spring Session asks again, and would read it again. To the
     * public's pages it names none, since they are the same for everybody.
     */
    private record ReadOnce(CookieSerializer cookies) implements CookieSerializer {

        private static final String DONE = ReadOnce.class.getName();

        @Override
        public List<String> readCookieValues(HttpServletRequest request) {
            if (request.getAttribute(DONE) != null || SecurityConfiguration.PUBLIC.matches(request)) {
                return List.of();
            }
            request.setAttribute(DONE, true);
            return cookies.readCookieValues(request);
        }

        @Override
        public void writeCookieValue(CookieValue cookie) {
            cookies.writeCookieValue(cookie);
        }
    }
}
