package prakat.picture;

import com.drew.lang.StreamReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A picture's file without what was written beside its pixels: where and when it was taken and with which camera, comments,
 * small copies of it, and whatever follows its end, such as a film. Its pixels, their colours and which way up they are stay as
 * they were, to the bit: nothing is unpacked, and little of the file is in memory at once. Of JPEG, PNG and WebP only what is
 * known to be needed is kept.
 *
 * <p>metadata-extractor only reads, Commons Imaging would remove Exif, XMP and IPTC one by one and from JPEG alone, and leave
 * what nobody thought of.
 */
final class BarePicture {

    private static final Set<String> PNG = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cICP", "iCCP", "sRGB", "gAMA", "cHRM", "sBIT", "bKGD", "pHYs",
            "acTL", "fcTL", "fdAT");
    private static final Set<String> WEBP = Set.of("VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final String WEBP_EXTENDED = "VP8X";
    private static final int WEBP_HAS_XMP = 0x04;
    private static final int WEBP_HAS_EXIF = 0x08;

    private final Path file;
    private final long size;
    private final List<Piece> pieces = new ArrayList<>();

    private BarePicture(Path file) throws IOException {
        this.file = file;
        size = Files.size(file);
    }

    /** Bytes of the file from a place on, or others that stand there instead. */
    private record Piece(long from, long length, byte[] others) {}

    /**
     * What is left of a picture.
     *
     * @param mediaType of JPEG, PNG or WebP
     * @param orientation the one that it says it has
     */
    static BarePicture of(Path file, String mediaType, int orientation) throws IOException {
        BarePicture bare = new BarePicture(file);
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            StreamReader picture = new StreamReader(stream);
            switch (mediaType) {
                case "image/jpeg" -> bare.jpeg(picture, orientation);
                case "image/png" -> bare.png(picture, orientation);
                case "image/webp" -> bare.webp(picture, orientation);
                default -> throw new IllegalArgumentException(mediaType);
            }
        }
        return bare;
    }

    /** Whether the file has nothing beside its picture. */
    boolean isWholeFile() {
        return pieces.size() == 1
                && pieces.get(0).others() == null
                && pieces.get(0).length() == size;
    }

    /** Writes it; the stream stays open. */
    void writeTo(OutputStream out) throws IOException {
        try (InputStream picture = Files.newInputStream(file)) {
            long at = 0;
            for (Piece piece : pieces) {
                if (piece.others() != null) {
                    out.write(piece.others());
                } else {
                    picture.skipNBytes(piece.from() - at);
                    at = piece.from() + copy(picture, piece.length(), out);
                }
            }
        }
    }

    private static long copy(InputStream picture, long length, OutputStream out) throws IOException {
        byte[] some = new byte[64 * 1024];
        for (long left = length; left > 0; ) {
            int count = picture.readNBytes(some, 0, (int) Math.min(left, some.length));
            if (count == 0) {
                return length - left;
            }
            out.write(some, 0, count);
            left -= count;
        }
        return length;
    }

    private void keep(long from, long to) {
        Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        if (last != null && last.others() == null && last.from() + last.length() == from) {
            pieces.set(pieces.size() - 1, new Piece(last.from(), to - last.from(), null));
        } else if (to > from) {
            pieces.add(new Piece(from, to - from, null));
        }
    }

    private void write(byte[] bytes) {
        pieces.add(new Piece(0, bytes.length, bytes));
    }

    private void jpeg(StreamReader jpeg, int orientation) throws IOException {
        jpeg.skip(2);
        keep(0, 2);
        if (orientation != PictureHeader.UPRIGHT) {
            byte[] exif = exif(orientation);
            write(ByteBuffer.allocate(4 + 6 + exif.length)
                    .putShort((short) 0xffe1)
                    .putShort((short) (2 + 6 + exif.length))
                    .put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1))
                    .put(exif)
                    .array());
        }
        JpegSegment before = null;
        for (JpegSegment segment = JpegSegment.next(jpeg); segment != null; segment = JpegSegment.next(jpeg)) {
            if (before != null && before.hasPixelsBehindIt()) {
                keep(before.to(), segment.from());
            }
            if (segment.belongsToPicture()) {
                keep(segment.from(), segment.to());
            }
            if (segment.isEnd()) {
                return;
            }
            before = segment;
        }
        if (before != null && before.hasPixelsBehindIt()) {
            keep(before.to(), size);
        }
    }

    private void png(StreamReader png, int orientation) throws IOException {
        png.skip(8);
        keep(0, 8);
        while (png.getPosition() < size) {
            long from = png.getPosition();
            long length = png.getUInt32();
            String name = name(png);
            long to = Math.min(png.getPosition() + length + 4, size);
            if (PNG.contains(name)) {
                keep(from, to);
            }
            if (name.equals("IHDR") && orientation != PictureHeader.UPRIGHT) {
                write(pngChunk("eXIf", exif(orientation)));
            }
            if (name.equals("IEND")) {
                return;
            }
            png.skip(to - png.getPosition());
        }
    }

    private void webp(StreamReader webp, int orientation) throws IOException {
        webp.setMotorolaByteOrder(false);
        webp.skip(4);
        long end = Math.min(8 + webp.getUInt32(), size);
        webp.skip(4);
        boolean isTurned = orientation != PictureHeader.UPRIGHT;
        while (webp.getPosition() + 8 <= end) {
            long from = webp.getPosition();
            String name = name(webp);
            long length = webp.getUInt32();
            long to = Math.min(webp.getPosition() + length + length % 2, end);
            if (name.equals(WEBP_EXTENDED) && length > 0) {
                byte[] extended = webp.getBytes((int) Math.min(length, 10));
                byte flags = (byte) (extended[0] & ~WEBP_HAS_XMP & ~WEBP_HAS_EXIF | (isTurned ? WEBP_HAS_EXIF : 0));
                if (flags == extended[0]) {
                    keep(from, to);
                } else {
                    extended[0] = flags;
                    write(chunk(name, extended));
                }
            } else if (WEBP.contains(name)) {
                keep(from, to);
            }
            webp.skip(to - webp.getPosition());
        }
        if (isTurned) {
            write(chunk("EXIF", exif(orientation)));
        }
        Piece first = pieces.get(0);
        if (pieces.size() == 1 && first.others() == null && first.length() == size - 12) {
            pieces.set(0, new Piece(0, size, null));
        } else {
            int length =
                    4 + pieces.stream().mapToInt(piece -> (int) piece.length()).sum();
            pieces.add(0, new Piece(0, 12, riff(length)));
        }
    }

    private static String name(StreamReader chunks) throws IOException {
        return chunks.getString(4, StandardCharsets.ISO_8859_1);
    }

    private static byte[] riff(int length) {
        return ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(length)
                .put("WEBP".getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }

    private static byte[] chunk(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] pngChunk(String name, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .put(content);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, 4 + content.length);
        return chunk.putInt((int) sum.getValue()).array();
    }

    /** Nothing but which way up it is. */
    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(26)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("II*\0".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putInt(orientation)
                .putInt(0)
                .array();
    }
}
