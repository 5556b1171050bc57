package prakat.search;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.dao.QueryTimeoutException;
import prakat.input.Refusal;

/**
 * Lets only so many searches run at once, since each may read everything there is. Others wait for a moment, and are then
 * told to come back; a search that takes too long is given up.
 */
public final class SearchGate {

    /** How long one statement of a search may take. */
    static final int LONGEST_SECONDS = 3;

    /** The same in milliseconds: a hint for JPA. */
    public static final String LONGEST = LONGEST_SECONDS + "000";

    private static final int LONGEST_WAIT_MILLIS = 1_000;

    private final Semaphore free;
    private final int mostWaiting;

    /** @param atOnce how many searches run at once, and how many more may wait */
    public SearchGate(int atOnce, int mostWaiting) {
        this.free = new Semaphore(atOnce, true);
        this.mostWaiting = mostWaiting;
    }

    /**
     * Runs the search.
     *
     * @throws Refusal where too many are running or it takes too long
     */
    public <T> T search(Supplier<T> search) {
        if (!entered()) {
            throw Refusal.busy("search-busy");
        }
        try {
            return search.get();
        } catch (QueryTimeoutException e) {
            throw Refusal.busy("search-too-long");
        } finally {
            free.release();
        }
    }

    private boolean entered() {
        try {
            return free.tryAcquire()
                    || free.getQueueLength() < mostWaiting
                            && free.tryAcquire(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
