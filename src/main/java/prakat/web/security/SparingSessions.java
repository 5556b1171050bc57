package prakat.web.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.ConversionException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that are read once a call and seldom written: neither the time of each call, nor what the webapps find out anew
 * for each call.
 */
final class SparingSessions<S extends Session> implements SessionRepository<SparingSessions.Sparing<S>> {

    private final SessionRepository<S> sessions;

    SparingSessions(SessionRepository<S> sessions) {
        this.sessions = sessions;
    }

    @Override
    public Sparing<S> createSession() {
        return new Sparing<>(sessions.createSession());
    }

    @Override
    public void save(Sparing<S> session) {
        sessions.save(session.session);
    }

    @Override
    public Sparing<S> findById(String id) {
        S found = sessions.findById(id);
        return found == null ? null : new Sparing<>(found);
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
    }

    /** A session of which not every change is one. */
    static final class Sparing<S extends Session> implements Session {

        private static final Logger log = LoggerFactory.getLogger(SparingSessions.class);

        /** By so much a session may end too early. */
        private static final Duration UNWRITTEN = Duration.ofMinutes(1);

        /** Who is signed in, with groups and rights, which the webapps' filters look up for each call and set after it. */
        private static final String OF_THE_WEBAPPS = "authenticatedUser";

        private final S session;

        private Sparing(S session) {
            this.session = session;
        }

        @Override
        public void setLastAccessedTime(Instant time) {
            if (time.isAfter(session.getLastAccessedTime().plus(UNWRITTEN))) {
                session.setLastAccessedTime(time);
            }
        }

        @Override
        public void setAttribute(String name, Object value) {
            if (!OF_THE_WEBAPPS.equals(name) || getAttribute(name) == null) {
                session.setAttribute(name, value);
            }
        }

        @Override
        public <T> T getAttribute(String name) {
            try {
                return session.getAttribute(name);
            } catch (ConversionException e) {
                log.info("{} of a session from an older version cannot be read: its owner signs in again", name);
                return null;
            }
        }

        @Override
        public String getId() {
            return session.getId();
        }

        @Override
        public String changeSessionId() {
            return session.changeSessionId();
        }

        @Override
        public Set<String> getAttributeNames() {
            return session.getAttributeNames();
        }

        @Override
        public void removeAttribute(String name) {
            session.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return session.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return session.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            session.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return session.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return session.isExpired();
        }
    }
}
