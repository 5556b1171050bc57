package prakat.report;

import java.time.Instant;
import java.util.List;
import prakat.organisation.office.FiscalPeriod;
import prakat.statistics.Figures;

/**
 * What happened in a fiscal year or quarter.
 *
 * @param group code of the only group that it is about; null for the whole office
 * @param figures what was counted
 * @param requests all that the figures count, by their numbers
 * @param at until when it goes, where the period is not over
 */
public record Report(FiscalPeriod period, String group, Figures figures, List<ReportedRequest> requests, Instant at) {}
