package prakat.screening.reader;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import prakat.screening.Finding;
import prakat.screening.FindingKind;
import prakat.screening.Passage;
import prakat.screening.Place;
import prakat.screening.Place.Part;

/** Where what is read and found goes: to the program, and no more of it than it asked for. */
final class Output {

    private static final int MOST_FINDINGS = 1000;
    private static final Duration MOST_HELD_BACK = Duration.ofMillis(200);

    private final Stream stream;

    /** Where the file stands of which it is the output; null for the file that was sent in. */
    private final Place at;

    private Output(Stream stream, Place at) {
        this.stream = stream;
        this.at = at;
    }

    /** Thrown where a limit is reached, so that nothing more is read of the whole file. */
    static final class LimitReached extends RuntimeException {}

    /** What is the same for a file and all that is in it. */
    private static final class Stream {

        private final DataOutputStream out;
        private final Job.Limits limits;
        private final long start = System.nanoTime();
        private int characters;
        private int passages;
        private int embedded;
        private int findings;
        private boolean isWhole = true;
        private long flushed = start;

        Stream(OutputStream out, Job.Limits limits) {
            this.out = new DataOutputStream(out);
            this.limits = limits;
        }

        void write(Answer answer) {
            try {
                answer.write(out);
                if (answer.isWhole() != null || System.nanoTime() - flushed > MOST_HELD_BACK.toNanos()) {
                    out.flush();
                    flushed = System.nanoTime();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The output of a file that was sent in. */
    static Output to(OutputStream out, Job.Limits limits) {
        return new Output(new Stream(out, limits), null);
    }

    /** The output of a file, or picture, that stands at a place in this one. */
    Output within(Place place) {
        return new Output(stream, placed(place));
    }

    /**
     * Counts a file in this one.
     *
     * @param depth how many files it lies in
     * @throws LimitReached where there are too many, or too many in each other
     */
    void ensureRoomForEmbedded(int depth) {
        if (++stream.embedded > stream.limits.embedded() || depth > stream.limits.depth()) {
            throw new LimitReached();
        }
    }

    /**
     * How long there is still time.
     *
     * @throws LimitReached where it is over
     */
    Duration time() {
        long left = stream.limits.milliseconds() - (System.nanoTime() - stream.start) / 1_000_000;
        if (left <= 0) {
            throw new LimitReached();
        }
        return Duration.ofMillis(left);
    }

    /** Whether a picture of that size can be read. */
    boolean hasRoomForPicture(long width, long height) {
        return width > 0 && height > 0 && width * height <= stream.limits.pixels();
    }

    /**
     * Adds text, unless it is blank or null.
     *
     * @throws LimitReached where it is too much
     */
    void text(Place place, String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        for (int from = 0; from < text.length(); ) {
            int to = end(text, from);
            stream.characters += to - from;
            if (++stream.passages > stream.limits.passages() || stream.characters > stream.limits.characters()) {
                throw new LimitReached();
            }
            String piece = text.substring(from, to).strip();
            if (!piece.isEmpty()) {
                stream.write(new Answer(new Passage(placed(place), piece), null, null));
            }
            from = to;
        }
        time();
    }

    /**
     * Adds a finding.
     *
     * @throws LimitReached where there are more than anybody would look at
     */
    void found(FindingKind kind, Place place, int count) {
        if (++stream.findings > MOST_FINDINGS) {
            throw new LimitReached();
        }
        write(kind, place, count);
    }

    private void write(FindingKind kind, Place place, int count) {
        stream.write(new Answer(null, new Finding(kind, placed(place), null, count, 1), null));
    }

    /** Adds a finding, once. */
    void found(FindingKind kind, Place place) {
        found(kind, place, 1);
    }

    /** Says that what stands there could not be read, or not to its end. */
    void unreadable(Place place) {
        unreadable(place, 1);
    }

    /** The same of several. */
    void unreadable(Place place, int count) {
        stream.isWhole = false;
        write(FindingKind.UNREADABLE, place, count);
    }

    /** Ends the output. */
    void end() {
        stream.write(new Answer(null, null, stream.isWhole));
    }

    private static int end(String text, int from) {
        if (text.length() - from <= Answer.LONGEST_TEXT) {
            return text.length();
        }
        int most = from + Answer.LONGEST_TEXT;
        int line = text.lastIndexOf('\n', most);
        return line > from ? line : most;
    }

    /** Within an embedded file its own place is less than that of the file, where they do not go together. */
    private Place placed(Place place) {
        if (at == null) {
            return place;
        }
        boolean isDeeper = at.part() == Part.EMBEDDED && place.part() == Part.EMBEDDED && place.name() != null;
        return new Place(
                null,
                null,
                at.page() == null ? place.page() : at.page(),
                at.sheet() == null ? place.sheet() : at.sheet(),
                at.cell() == null ? place.cell() : at.cell(),
                at.part() == null ? place.part() : at.part(),
                isDeeper ? at.name() + "/" + place.name() : at.name() == null ? place.name() : at.name());
    }
}
