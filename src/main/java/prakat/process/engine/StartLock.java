package prakat.process.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One node after the other, where several start at once. */
@Component
public class StartLock {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    StartLock(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Does something while no other node does; in one transaction. */
    public void whileHeld(Runnable action) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select value_ from act_ge_property where name_ = 'startup.lock' for update")
                    .query(String.class)
                    .single();
            action.run();
        });
    }
}
