package prakat;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** The SQL statements that go through data sources, one block of a test at a time; each entry of a batch is one. */
final class Statements {

    private static final Queue<String> SENT = new ConcurrentLinkedQueue<>();
    private static volatile boolean counting;

    private Statements() {}

    /** A data source whose statements are counted. */
    static DataSource counted(DataSource source) {
        return ProxyDataSourceBuilder.create(source).listener(new Listener()).build();
    }

    /** What is sent while the block runs; what the program does meanwhile by its clock does not count. */
    static List<String> during(Runnable block) {
        SENT.clear();
        counting = true;
        try {
            block.run();
        } finally {
            counting = false;
        }
        return List.copyOf(SENT);
    }

    /** Each statement once, with how often it was sent, the most frequent first. */
    static String grouped(List<String> statements) {
        return statements.stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> "%4d  %s".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining("\n"));
    }

    private static final class Listener implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            // Counted once it is over.
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            if (counting && isAsked(Thread.currentThread().getName())) {
                for (QueryInfo query : queries) {
                    String text = query.getQuery().strip().replaceAll("\\s+", " ");
                    int times = Math.max(1, query.getParametersList().size());
                    for (int i = 0; i < times; i++) {
                        SENT.add(text);
                    }
                }
            }
        }

        private static boolean isAsked(String thread) {
            return thread.startsWith("http-") || thread.equals(TEST);
        }

        private static final String TEST = Thread.currentThread().getName();
    }
}
