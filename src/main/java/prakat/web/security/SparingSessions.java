package prakat.web.security;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.ConversionException;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Sessions that are read once a call and seldom written: not for the time of each call, nor for what the webapps look up again
 * on each call.
 */
final class SparingSessions<S extends Session> implements FindByIndexNameSessionRepository<SparingSessions.Sparing<S>> {

    private final FindByIndexNameSessionRepository<S> sessions;

    SparingSessions(FindByIndexNameSessionRepository<S> sessions) {
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

    @Override
    public Map<String, Sparing<S>> findByIndexNameAndIndexValue(String indexName, String indexValue) {
        return sessions.findByIndexNameAndIndexValue(indexName, indexValue).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, found -> new Sparing<>(found.getValue())));
    }

    /** A session that leaves out changes that need not be stored. */
    static final class Sparing<S extends Session> implements Session {

        private static final Logger log = LoggerFactory.getLogger(SparingSessions.class);

        /** How much too early a session may end, since the last call is not always stored. */
        private static final Duration UNWRITTEN = Duration.ofMinutes(1);

        /**
         * Who is signed in, with groups and rights. The webapps' filters look groups and rights up again on each call, and
         * set all of it after the call: it is stored where the accounts have changed.
         */
        private static final String OF_THE_WEBAPPS = "authenticatedUser";

        private final S session;
        private Object ofTheWebapps;
        private List<String> signedIn;

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
            if (!OF_THE_WEBAPPS.equals(name)) {
                session.setAttribute(name, value);
                return;
            }
            List<String> now = accounts(value);
            if (!now.equals(signedIn)) {
                session.setAttribute(name, value);
            }
            ofTheWebapps = value;
            signedIn = now;
        }

        private static List<String> accounts(Object value) {
            return value instanceof Authentications all
                    ? all.getAuthentications().stream()
                            .map(one -> one.getProcessEngineName() + " " + one.getIdentityId())
                            .sorted()
                            .toList()
                    : List.of();
        }

        @Override
        @SuppressWarnings("unchecked") // as in Spring Session's own sessions: the caller knows what it has put in
        public <T> T getAttribute(String name) {
            if (!OF_THE_WEBAPPS.equals(name)) {
                return stored(name);
            }
            if (ofTheWebapps == null) {
                ofTheWebapps = stored(name);
                signedIn = accounts(ofTheWebapps);
            }
            return (T) ofTheWebapps;
        }

        private <T> T stored(String name) {
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
