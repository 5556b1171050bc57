package prakat.screening.reader;

/**
 * A file to be read, and how far.
 *
 * @param file its absolute path
 * @param name by which it was sent in
 * @param recognition the program that reads pictures; null where there is none
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
}
