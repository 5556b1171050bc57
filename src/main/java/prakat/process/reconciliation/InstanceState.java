package prakat.process.reconciliation;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What the engine has for a request that has not ended.
 *
 * @param suspended whether somebody suspended its instance
 * @param waitingAt ids of the elements at which it waits
 * @param timers those of the period that wait, by id of their element
 */
record InstanceState(boolean suspended, Set<String> waitingAt, Map<String, Timer> timers) {

    /**
     * A timer.
     *
     * @param due when it fires next
     * @param suspended whether somebody suspended it
     * @param retried whether it was tried in vain: the engine has then set it for the next try
     */
    record Timer(Instant due, boolean suspended, boolean retried) {}
}
