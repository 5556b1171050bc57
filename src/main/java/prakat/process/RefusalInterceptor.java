package prakat.process;

import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import prakat.organisation.EngineIdentity;
import prakat.request.Refusal;

/**
 * Around every command of the engine: the procedure's refusals come out as they were thrown and not wrapped as failures of
 * the engine, and whether somebody may complete a task is left to the procedure alone, so that every door gives the same
 * answer. Nothing of this applies to the engine's own work, such as timers.
 */
class RefusalInterceptor extends CommandInterceptor {

    private static final Set<Class<?>> COMPLETIONS = Set.of(CompleteTaskCmd.class, SubmitTaskFormCmd.class);

    private final EngineIdentity identity;

    RefusalInterceptor(EngineIdentity identity) {
        this.identity = identity;
    }

    @Override
    public <T> T execute(Command<T> command) {
        String user = identity.currentUser().orElse(null);
        if (user == null) {
            return next.execute(command);
        }
        boolean completes = COMPLETIONS.contains(command.getClass());
        try {
            return completes ? identity.withFullAccess(user, () -> next.execute(command)) : next.execute(command);
        } catch (RuntimeException failure) {
            throw refusalIn(failure, completes);
        }
    }

    private static RuntimeException refusalIn(RuntimeException failure, boolean completes) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        boolean somebodyWasFaster =
                failure instanceof OptimisticLockingException || completes && failure instanceof NullValueException;
        return somebodyWasFaster ? Refusal.conflict("somebody-was-faster") : failure;
    }
}
