package prakat.request;

import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import prakat.organisation.office.FiscalPeriod;
import prakat.organisation.office.Office;

/** Running numbers by fiscal year. */
@Component
public class Numbers {

    /** More than an office gives between a backup and the loss of what came after it. */
    private static final int GAP = 1000;

    /** No number begins with it. */
    private static final String PROVISIONAL = "-";

    /** Of a number in the database, in letters. */
    private static final int LONGEST = 16;

    private final JdbcClient jdbc;
    private final Office office;

    Numbers(JdbcClient jdbc, Office office) {
        this.jdbc = jdbc;
        this.office = office;
    }

    /** What a request that has no number yet has in its place, until the transaction ends; no other has the same. */
    static String provisional(String requestId) {
        int length = LONGEST - PROVISIONAL.length();
        return PROVISIONAL + requestId.substring(Math.max(0, requestId.length() - length));
    }

    static boolean isProvisional(String number) {
        return number.startsWith(PROVISIONAL);
    }

    /**
     * The next number of the {@linkplain FiscalPeriod fiscal year} in which the instant lies where the office is. The year's
     * row stays locked until the transaction ends, so a number that is rolled back is given to the next one: no gaps and no
     * repeats.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(Instant at) {
        return next(fiscalYear(at));
    }

    private int fiscalYear(Instant at) {
        return FiscalPeriod.of(office.day(at)).year();
    }

    private String next(int fiscalYear) {
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

    /**
     * Leaves out a thousand numbers of each fiscal year that the time touches, since requests of that time are lost: their
     * numbers are known to people, and stand on printed forms.
     *
     * @param from may be later than the other end, where a clock was ahead
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leaveGap(Instant from, Instant until) {
        int one = fiscalYear(from);
        int other = fiscalYear(until);
        for (int year = Math.min(one, other); year <= Math.max(one, other); year++) {
            next(year);
            jdbc.sql("update fiscal_year_number set last_number = last_number + ? where fiscal_year = ?")
                    .params(GAP - 1, year)
                    .update();
        }
    }

    private boolean count(int fiscalYear) {
        return jdbc.sql("update fiscal_year_number set last_number = last_number + 1 where fiscal_year = ?")
                        .param(fiscalYear)
                        .update()
                > 0;
    }
}
