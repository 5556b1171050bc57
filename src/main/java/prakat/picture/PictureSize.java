package prakat.picture;

import java.io.InputStream;
import java.util.Optional;

/** Width and height in pixels, as a browser shows the picture. */
public record PictureSize(int width, int height) {

    /** More than any telephone takes; it would be 360 MB, and a file that claims more is one that wants to do harm. */
    public static final long MOST_PIXELS = 120_000_000;

    /** A picture's size; empty where it is no picture, or one that does not say. Reads little and closes nothing. */
    public static Optional<PictureSize> read(InputStream picture) {
        return PictureHeader.read(picture).map(PictureHeader::size);
    }

    /** Whether it has more pixels than anybody should be asked to show. */
    public boolean isTooLarge() {
        return (long) width * height > MOST_PIXELS;
    }

    /** What it becomes where it may be at most so wide. */
    PictureSize within(int most) {
        return width <= most
                ? this
                : new PictureSize(most, (int) Math.max(1, Math.round((double) height * most / width)));
    }
}
