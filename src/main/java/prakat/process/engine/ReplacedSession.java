package prakat.process.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * A part of the engine that works otherwise here, made anew for each command.
 *
 * @param type of the engine's own, in whose place it comes
 */
record ReplacedSession(Class<? extends Session> type, Supplier<Session> maker) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return type;
    }

    @Override
    public Session openSession() {
        return maker.get();
    }
}
