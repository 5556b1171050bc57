package prakat.picture;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The widths in which readers get pictures: the smallest for a grid and a telephone, the largest to fill a screen. */
public enum Variant {
    /** For a list and a grid. */
    SMALL(480),
    /** For a telephone, and for a grid on a fine screen. */
    MEDIUM(960),
    /** To fill a screen. */
    LARGE(1920);

    /** What each of them is. */
    public static final String MEDIA_TYPE = "image/jpeg";

    private final int width;

    Variant(int width) {
        this.width = width;
    }

    /** In pixels, at most: no picture is made wider than it is. */
    public int width() {
        return width;
    }

    /** The one of that width. */
    public static Optional<Variant> of(String width) {
        return Arrays.stream(values())
                .filter(variant -> String.valueOf(variant.width).equals(width))
                .findFirst();
    }

    /** Those of a picture, the smallest first; none of one that is small itself. */
    public static List<Variant> of(PictureSize picture) {
        return picture.width() <= SMALL.width
                ? List.of()
                : Arrays.stream(values())
                        .filter(variant -> variant == SMALL || picture.width() > values()[variant.ordinal() - 1].width)
                        .toList();
    }

    /** How large it is of that picture. */
    public PictureSize size(PictureSize picture) {
        return picture.within(width);
    }
}
