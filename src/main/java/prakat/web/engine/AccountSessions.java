package prakat.web.engine;

import jakarta.servlet.http.HttpSession;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of an account, wherever it is signed in. */
@Component
class AccountSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    AccountSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /**
     * Signs an account out everywhere: whoever has its old password, or was it, is not to go on.
     *
     * @param current goes on; null where the call has no session
     */
    void end(String account, HttpSession current) {
        sessions.findByPrincipalName(account).keySet().stream()
                .filter(id -> current == null || !id.equals(current.getId()))
                .forEach(sessions::deleteById);
    }
}
