package prakat.picture;

import com.drew.lang.StreamReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A piece of a JPEG.
 *
 * @param from where its marker begins
 * @param to where what follows it begins
 * @param beginning what it begins with, as letters
 */
record JpegSegment(long from, long to, int marker, String beginning) {

    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int COMMENT = 0xfe;
    private static final int LONGEST_BEGINNING = 12;

    /** In bytes, of what says density; a small copy of the picture may follow. */
    private static final int DENSITY = 18;

    /** The next one, read to its end; null where there is none. */
    static JpegSegment next(StreamReader jpeg) throws IOException {
        try {
            int marker = 0;
            while (isAlone(marker)) {
                while (jpeg.getUInt8() != 0xff) {}
                marker = jpeg.getUInt8();
                while (marker == 0xff) {
                    marker = jpeg.getUInt8();
                }
            }
            long from = jpeg.getPosition() - 2;
            if (marker == END) {
                return new JpegSegment(from, jpeg.getPosition(), marker, "");
            }
            int length = Math.max(0, jpeg.getUInt16() - Short.BYTES);
            String beginning = jpeg.getString(Math.min(length, LONGEST_BEGINNING), StandardCharsets.ISO_8859_1);
            jpeg.skip(length - beginning.length());
            return new JpegSegment(from, jpeg.getPosition(), marker, beginning);
        } catch (EOFException e) {
            return null;
        }
    }

    /** Has no length; in the pixels, one of these also stands for the value 255. */
    private static boolean isAlone(int marker) {
        return marker <= 0x01 || marker >= 0xd0 && marker <= 0xd8;
    }

    boolean isEnd() {
        return marker == END;
    }

    /** Whether what stands before the next one are pixels; else it is nothing that belongs to a JPEG. */
    boolean hasPixelsBehindIt() {
        return marker == SCAN;
    }

    /** Whether the picture would look otherwise without it: no comment, and of what programs add only colours and density. */
    boolean belongsToPicture() {
        return switch (marker) {
            case 0xe0 -> beginning.startsWith("JFIF\0") && to - from <= DENSITY;
            case 0xe2 -> beginning.startsWith("ICC_PROFILE\0");
            case 0xee -> beginning.startsWith("Adobe");
            default -> marker != COMMENT && (marker & 0xf0) != 0xe0;
        };
    }
}
