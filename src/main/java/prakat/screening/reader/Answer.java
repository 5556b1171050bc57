package prakat.screening.reader;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import prakat.screening.Finding;
import prakat.screening.FindingKind;
import prakat.screening.Passage;
import prakat.screening.Place;
import prakat.screening.Place.Part;

/**
 * What a reader says of a file: each passage and each finding as it comes upon them, so that what was read outlives a reader
 * that does not come to the end; and then that it has come to the end. In a few bytes rather than in JSON: what reads and
 * writes that takes a third of a reader's start.
 *
 * @param passage null in other answers
 * @param finding null in other answers
 * @param isWhole in the last answer, whether all of the file was read; null in all others
 */
public record Answer(Passage passage, Finding finding, Boolean isWhole) {

    /** Of a passage; three bytes each fit into a string that is written. */
    static final int LONGEST_TEXT = 20_000;

    private static final int LONGEST_NAME = 500;
    private static final String PASSAGE = "passage";
    private static final String FINDING = "finding";
    private static final String END = "end";

    /** Says it. */
    void write(DataOutput out) throws IOException {
        if (passage != null) {
            out.writeUTF(PASSAGE);
            write(passage.place(), out);
            out.writeUTF(passage.text());
        } else if (finding != null) {
            out.writeUTF(FINDING);
            write(finding.place(), out);
            out.writeUTF(finding.kind().name());
            out.writeInt(finding.count());
        } else {
            out.writeUTF(END);
            out.writeBoolean(isWhole);
        }
    }

    /**
     * Takes what a reader said.
     *
     * @throws IOException where it has ended, or makes no sense
     */
    public static Answer read(DataInput in) throws IOException {
        try {
            return switch (in.readUTF()) {
                case PASSAGE -> new Answer(new Passage(readPlace(in), in.readUTF()), null, null);
                case FINDING -> {
                    Place place = readPlace(in);
                    FindingKind kind = FindingKind.valueOf(in.readUTF());
                    yield new Answer(null, new Finding(kind, place, null, in.readInt(), 1), null);
                }
                case END -> new Answer(null, null, in.readBoolean());
                default -> throw new IOException("No answer");
            };
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
    }

    private static void write(Place place, DataOutput out) throws IOException {
        out.writeInt(place.page() == null ? 0 : place.page());
        writeName(place.sheet(), out);
        writeName(place.cell(), out);
        writeName(place.part() == null ? null : place.part().name(), out);
        writeName(place.name(), out);
    }

    private static Place readPlace(DataInput in) throws IOException {
        int page = in.readInt();
        String sheet = readName(in);
        String cell = readName(in);
        String part = readName(in);
        return new Place(
                null,
                null,
                page == 0 ? null : page,
                sheet,
                cell,
                part == null ? null : Part.valueOf(part),
                readName(in));
    }

    private static void writeName(String name, DataOutput out) throws IOException {
        out.writeBoolean(name != null);
        if (name != null) {
            out.writeUTF(name.substring(0, Math.min(name.length(), LONGEST_NAME)));
        }
    }

    private static String readName(DataInput in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }
}
