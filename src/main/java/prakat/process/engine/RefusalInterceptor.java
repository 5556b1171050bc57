package prakat.process.engine;

import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import prakat.input.Refusal;
import prakat.organisation.EngineFailure;
import prakat.organisation.EngineIdentity;

/**
 * Around every command of the engine: the procedure's refusals come out as they were thrown and not wrapped as failures of
 * the engine, and whether somebody may complete a task is left to the procedure alone, so that every door gives the same
 * answer.
 */
class RefusalInterceptor extends CommandInterceptor {

    private static final Set<Class<?>> COMPLETIONS = Set.of(CompleteTaskCmd.class, SubmitTaskFormCmd.class);

    /** All that the engine says of a password that breaks the policy. */
    private static final String POLICY_BROKEN = "Password does not match policy";

    private final EngineIdentity identity;

    RefusalInterceptor(EngineIdentity identity) {
        this.identity = identity;
    }

    @Override
    public <T> T execute(Command<T> command) {
        String user = identity.currentUser().orElse(null);
        boolean completes = user != null && COMPLETIONS.contains(command.getClass());
        try {
            return completes ? identity.withFullAccess(user, () -> next.execute(command)) : next.execute(command);
        } catch (RuntimeException failure) {
            RuntimeException said = refusalIn(failure, user != null, completes);
            EngineFailure.remember(said);
            throw said;
        }
    }

    private static RuntimeException refusalIn(RuntimeException failure, boolean ofAPerson, boolean completes) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        if (POLICY_BROKEN.equals(failure.getMessage())) {
            return Refusal.invalid("password", "password-policy", EngineConfiguration.SHORTEST_PASSWORD);
        }
        // The engine tries its own jobs again by itself; a person is told.
        boolean somebodyWasFaster = ofAPerson && failure instanceof OptimisticLockingException
                || completes && failure instanceof NullValueException;
        return somebodyWasFaster ? Refusal.conflict("somebody-was-faster") : failure;
    }
}
