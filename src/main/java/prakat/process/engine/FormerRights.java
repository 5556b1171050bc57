package prakat.process.engine;

import org.camunda.bpm.engine.AuthorizationService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import prakat.organisation.AccountMade;
import prakat.organisation.EngineIdentity;

/** The engine keeps the rights of an account that was deleted, and would give them to the next one of its id. */
@Component
class FormerRights {

    private final AuthorizationService authorizations;
    private final EngineIdentity identity;

    FormerRights(AuthorizationService authorizations, EngineIdentity identity) {
        this.authorizations = authorizations;
        this.identity = identity;
    }

    @EventListener
    @Transactional
    void withdraw(AccountMade made) {
        identity.asSystem(() -> {
            authorizations
                    .createAuthorizationQuery()
                    .userIdIn(made.account())
                    .list()
                    .forEach(right -> authorizations.deleteAuthorization(right.getId()));
            return null;
        });
    }
}
