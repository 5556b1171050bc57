package prakat.benchmark;

import java.time.Duration;
import java.time.Instant;

/** Ends that all came at one instant, and how long it took until the first and the last was recorded. */
record Drain(Instant end, Instant first, Instant last, int ends) {

    /** Reads what {@link #toString} wrote. */
    static Drain read(String line) {
        String[] parts = line.split(" ");
        return new Drain(
                Instant.parse(parts[1]), Instant.parse(parts[2]), Instant.parse(parts[3]), Integer.parseInt(parts[4]));
    }

    /** In a second, from the end on. */
    double rate() {
        return ends * 1000.0 / Duration.between(end, last).toMillis();
    }

    /** Seconds until the first. */
    double firstAfter() {
        return Duration.between(end, first).toMillis() / 1000.0;
    }

    @Override
    public String toString() {
        return "Drain " + end + " " + first + " " + last + " " + ends;
    }
}
