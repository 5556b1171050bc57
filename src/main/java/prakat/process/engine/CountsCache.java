package prakat.process.engine;

import java.util.List;
import org.apache.ibatis.cache.Cache;
import prakat.recent.LargeCounts;

/**
 * Where MyBatis looks before it counts tasks again: Tasklist asks every ten seconds how many each filter finds. Its keys are the
 * statement with all its parameters, who asks among them.
 */
public final class CountsCache implements Cache {

    private final String id;
    private final LargeCounts<Object> counts = new LargeCounts<>();

    /** @param id of the statements whose answers are kept, as MyBatis names them */
    public CountsCache(String id) {
        this.id = id;
    }

    @Override
    public String getId() {
        return id;
    }

    /** @param found one count; null after a statement that failed */
    @Override
    public void putObject(Object key, Object found) {
        if (found instanceof List<?> rows && rows.size() == 1 && rows.get(0) instanceof Long counted) {
            counts.put(key, counted);
        }
    }

    @Override
    public Object getObject(Object key) {
        return counts.recent(key).map(List::of).orElse(null);
    }

    /** Nothing: what is kept becomes old by itself. */
    @Override
    public Object removeObject(Object key) {
        return null;
    }

    /** Nothing, as above: no statement of ours writes. */
    @Override
    public void clear() {}

    /** Not known, and not asked for. */
    @Override
    public int getSize() {
        return 0;
    }
}
