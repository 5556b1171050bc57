package prakat.screening.reader;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import prakat.screening.Place;

/**
 * Reads the text in pictures, with Tesseract. It looks for columns and turns pages that lie on their side; of thirteen digits
 * in a clean scan it reads all.
 */
final class TextRecognition {

    /** Of pages at that many dots per inch, Tesseract reads the most for its time. */
    static final int DPI = 200;

    /** What is smaller shows no text that people could read. */
    private static final int LEAST_WIDTH = 60;

    private static final int LEAST_HEIGHT = 16;

    /** A page of A3 at those dots per inch has: with more it takes longer, and does not read more. */
    private static final double MOST_PIXELS = 8e6;

    private static final int MOST_BYTES = 1 << 20;

    /** For one picture, so that others in the file have their turn. */
    private static final Duration MOST_TIME = Duration.ofSeconds(25);

    /**
     * A long number in Thai digits. Tesseract's Thai knows only ๐, ๑, ๒, ๓ and ๕, and takes the others for one of them or for
     * letters: that there is a number is all that can be said.
     */
    private static final Pattern THAI_NUMBER = Pattern.compile("[๐-๙](?:[^๐-๙\n/]{0,3}[๐-๙]){9}");

    private final String program;
    private final Path directory;
    private int missed;

    /**
     * For the pictures of one file that was sent in.
     *
     * @param program empty where it is not installed
     */
    TextRecognition(String program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    /** Where pictures may lie for a moment. */
    Path directory() {
        return directory;
    }

    /** How many pictures could not be read. */
    int missed() {
        return missed;
    }

    /** Counts a picture that cannot be read. */
    void miss() {
        missed++;
    }

    /** Whether a picture of that size is read, and so has to be unpacked; counts it where it cannot be. */
    boolean reads(int width, int height) {
        boolean showsText = width >= LEAST_WIDTH && height >= LEAST_HEIGHT;
        if (showsText && program.isEmpty()) {
            missed++;
        }
        return showsText && !program.isEmpty();
    }

    /** Adds the text of a picture to the output. */
    void read(BufferedImage picture, Place place, Output output) throws IOException {
        if (!reads(picture.getWidth(), picture.getHeight())) {
            return;
        }
        Path file = Files.createTempFile(directory, "picture", ".pgm");
        try {
            write(gray(picture), file);
            read(file, place, output);
        } finally {
            Files.delete(file);
        }
    }

    /** The same, of a picture in a file of a kind that Tesseract knows. */
    void read(Path picture, Place place, Output output) throws IOException {
        if (program.isEmpty()) {
            missed++;
            return;
        }
        Path result = Files.createTempFile(directory, "text", null);
        try {
            if (!recognise(picture, result, output.time())) {
                missed++;
                return;
            }
            try (InputStream bytes = Files.newInputStream(result)) {
                String text = new String(bytes.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
                output.text(place, text);
                if (THAI_NUMBER.matcher(text).find()) {
                    output.unreadable(place);
                }
            }
        } finally {
            Files.delete(result);
        }
    }

    private boolean recognise(Path picture, Path result, Duration time) throws IOException {
        Process process = new ProcessBuilder(
                        program,
                        picture.toString(),
                        "stdout",
                        "-l",
                        "tha+eng",
                        "--psm",
                        "1",
                        "--dpi",
                        String.valueOf(DPI))
                .redirectOutput(result.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            long most = Math.min(time.toMillis(), MOST_TIME.toMillis());
            return process.waitFor(most, TimeUnit.MILLISECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            process.destroyForcibly();
        }
    }

    private static BufferedImage gray(BufferedImage picture) {
        double pixels = (double) picture.getWidth() * picture.getHeight();
        double scale = Math.min(1, Math.sqrt(MOST_PIXELS / pixels));
        if (scale == 1 && picture.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return picture;
        }
        int width = Math.max(1, (int) (picture.getWidth() * scale));
        int height = Math.max(1, (int) (picture.getHeight() * scale));
        BufferedImage gray = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = gray.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        // What is transparent is white on paper.
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return gray;
    }

    /** As a portable graymap, which takes no time to pack. */
    private static void write(BufferedImage gray, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("P5 %d %d 255\n"
                    .formatted(gray.getWidth(), gray.getHeight())
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(((DataBufferByte) gray.getRaster().getDataBuffer()).getData());
        }
    }
}
