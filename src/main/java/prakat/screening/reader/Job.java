package prakat.screening.reader;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A file to be read, and how far.
 *
 * @param file its absolute path
 * @param name by which it was sent in
 * @param recognition the program that reads pictures; empty where there is none
 */
public record Job(String file, String name, String recognition, Limits limits) {

    /**
     * Beyond which a file is not read on.
     *
     * @param milliseconds by the clock
     * @param characters in all passages together
     * @param embedded files and pictures in it
     * @param depth of files within files
     * @param pixels of a picture
     */
    public record Limits(long milliseconds, int characters, int passages, int embedded, int depth, long pixels) {}

    /** Hands it to a reader. */
    public void write(DataOutput out) throws IOException {
        out.writeUTF(file);
        out.writeUTF(name);
        out.writeUTF(recognition);
        out.writeLong(limits.milliseconds);
        out.writeInt(limits.characters);
        out.writeInt(limits.passages);
        out.writeInt(limits.embedded);
        out.writeInt(limits.depth);
        out.writeLong(limits.pixels);
    }

    /** Takes what was written. */
    static Job read(DataInput in) throws IOException {
        return new Job(
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                new Limits(in.readLong(), in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readLong()));
    }
}
