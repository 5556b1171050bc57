package prakat.request;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Running numbers by fiscal year. */
@Component
class Numbers {

    private final JdbcClient jdbc;

    Numbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next number of the year. The year's row stays locked until the transaction ends, so a number that is rolled back
     * is given to the next one: no gaps and no repeats.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(int fiscalYear) {
        if (!count(fiscalYear)) {
            // The first of its year, unless somebody is faster.
            jdbc.sql("insert into fiscal_year_number (fiscal_year, last_number) values (?, 0) on conflict do nothing")
                    .param(fiscalYear)
                    .update();
            count(fiscalYear);
        }
        int number = jdbc.sql("select last_number from fiscal_year_number where fiscal_year = ?")
                .param(fiscalYear)
                .query(Integer.class)
                .single();
        return String.format(Locale.ROOT, "%d-%05d", fiscalYear, number);
    }

    private boolean count(int fiscalYear) {
        return jdbc.sql("update fiscal_year_number set last_number = last_number + 1 where fiscal_year = ?")
                        .param(fiscalYear)
                        .update()
                > 0;
    }
}
