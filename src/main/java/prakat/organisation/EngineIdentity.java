package prakat.organisation;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** In whose name the engine acts on this thread. */
@Component
public class EngineIdentity {

    /** Of no account; nobody can make a group with such a name. */
    private static final String FULL_ACCESS = "prakat/full-access";

    private final IdentityService identityService;

    /** Of the engine whose identity service this is. */
    public EngineIdentity(@Lazy IdentityService identityService) {
        this.identityService = identityService;
    }

    /** The account in whose name the engine was called; empty where the engine acts by itself, as for a timer. */
    public Optional<String> currentUser() {
        return Optional.ofNullable(identityService.getCurrentAuthentication()).map(Authentication::getUserId);
    }

    /** Does something without the caller's restrictions in the engine; the caller stays signed in afterwards. */
    public <T> T asSystem(Supplier<T> action) {
        return as(null, List.of(), action);
    }

    /**
     * Does something in the person's name without the engine's own restrictions: for steps that the procedure's
     * rules check themselves.
     */
    public <T> T withFullAccess(String user, Supplier<T> action) {
        return as(user, List.of(FULL_ACCESS), action);
    }

    /** Whether the engine was called so, and has no rights to look up. */
    public boolean hasFullAccess() {
        Authentication caller = identityService.getCurrentAuthentication();
        return caller != null
                && caller.getGroupIds() != null
                && caller.getGroupIds().contains(FULL_ACCESS);
    }

    private <T> T as(String user, List<String> groups, Supplier<T> action) {
        Authentication before = identityService.getCurrentAuthentication();
        if (user == null) {
            identityService.clearAuthentication();
        } else {
            identityService.setAuthentication(user, groups);
        }
        try {
            return action.get();
        } finally {
            if (before == null) {
                identityService.clearAuthentication();
            } else {
                identityService.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
            }
        }
    }
}
