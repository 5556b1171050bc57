package prakat.organisation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What was looked up in the present call, so that it is read once: an HTTP request or, where there is none, a transaction.
 * The next call reads again, so that a change of the office holds from then on, wherever it was made; a change that the call
 * makes itself holds at once.
 */
@Component
public class Lookups {

    private static final String NAME = Lookups.class.getName();

    private record Key(String kind, Object of) {}

    /**
     * The answer that the present call had before, or that of the lookup.
     *
     * @param kind of lookup
     * @param of what was looked for
     */
    @SuppressWarnings("unchecked")
    public <T> T once(String kind, Object of, Supplier<T> lookup) {
        Map<Key, Object> known = known();
        Key key = new Key(kind, of);
        if (!known.containsKey(key)) {
            known.put(key, lookup.get());
        }
        return (T) known.get(key);
    }

    @EventListener(OrganisationChanged.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void forget() {
        known().clear();
    }

    /** A new one where there is no call to remember it for. */
    @SuppressWarnings("unchecked")
    private static Map<Key, Object> known() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        boolean inTransaction = request == null && TransactionSynchronizationManager.isSynchronizationActive();
        Object before = request != null
                ? request.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST)
                : inTransaction ? TransactionSynchronizationManager.getResource(NAME) : null;
        if (before != null) {
            return (Map<Key, Object>) before;
        }
        Map<Key, Object> known = new HashMap<>();
        if (request != null) {
            request.setAttribute(NAME, known, RequestAttributes.SCOPE_REQUEST);
        } else if (inTransaction) {
            TransactionSynchronizationManager.bindResource(NAME, known);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(NAME);
                }
            });
        }
        return known;
    }
}
