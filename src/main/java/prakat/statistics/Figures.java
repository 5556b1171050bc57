package prakat.statistics;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import prakat.organisation.office.FiscalPeriod;
import prakat.request.record.ReasonCode;

/**
 * The figures of a fiscal year or quarter; see {@link Statistics} for what each counts. The maps are in the order in which the
 * office lists groups and categories, and in that of time; what there is none of stands in them too.
 *
 * @param at when they were counted
 * @param group code of the only group that was counted; null where all were
 * @param byGroup by code
 * @param byCategory by code
 * @param byMonth by month of the calendar
 * @param returnsByReason how many requests were returned for it
 */
public record Figures(
        FiscalPeriod period,
        Instant at,
        String group,
        Tally all,
        Map<String, Tally> byGroup,
        Map<String, Tally> byCategory,
        Map<YearMonth, Tally> byMonth,
        Map<ReasonCode, Long> returnsByReason) {}
