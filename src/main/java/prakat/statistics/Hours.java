package prakat.statistics;

/**
 * How long something took, in hours on the clock, nights and holidays included; each rounded to a tenth.
 *
 * @param median half of them took no longer
 * @param p90 nine in ten took no longer; both in proportion where they fall between two
 */
public record Hours(double median, double p90) {

    private static final double HALF = 0.5;
    private static final double NINE_IN_TEN = 0.9;
    private static final double SECONDS = 3600;
    private static final double TENTHS = 10;

    /** @param seconds at least one time, the shortest first */
    static Hours ofSorted(int[] seconds) {
        return new Hours(hours(seconds, HALF), hours(seconds, NINE_IN_TEN));
    }

    private static double hours(int[] seconds, double part) {
        double place = part * (seconds.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, seconds.length - 1);
        double there = seconds[below] + (place - below) * (seconds[above] - seconds[below]);
        return Math.round(there / SECONDS * TENTHS) / TENTHS;
    }
}
