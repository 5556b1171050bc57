package prakat.statistics;

/**
 * How long something took, in hours on the clock, nights and holidays included; each rounded to a tenth.
 *
 * @param median half of them took no longer
 * @param p90 nine in ten took no longer; both between the two nearest, in proportion, where it falls between them
 */
public record Hours(double median, double p90) {

    private static final double SECONDS = 3600;
    private static final double TENTHS = 10;

    static Hours ofSeconds(double median, double p90) {
        return new Hours(hours(median), hours(p90));
    }

    private static double hours(double seconds) {
        return Math.round(seconds / SECONDS * TENTHS) / TENTHS;
    }
}
