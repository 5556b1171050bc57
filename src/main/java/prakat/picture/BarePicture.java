package prakat.picture;

import com.drew.lang.StreamReader;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private final String mediaType;
    private final int orientation;
    private final long size;
    private final Count count = new Count();

    private BarePicture(Path file, String mediaType, int orientation) throws IOException {
        this.file = file;
        this.mediaType = mediaType;
        this.orientation = orientation;
        size = Files.size(file);
    }

    /** What is left, one after the other: there may be so many pieces of it that a list of them would not fit here. */
    private interface Pieces {

        /** Bytes of the file. */
        void keep(long from, long to) throws IOException;

        /** Others that stand there instead. */
        void write(byte[] others) throws IOException;
    }

    private static final class Count implements Pieces {

        private long length;
        private boolean hasOthers;

        @Override
        public void keep(long from, long to) {
            length += to - from;
        }

        @Override
        public void write(byte[] others) {
            length += others.length;
            hasOthers = true;
        }
    }

    private static final class Copy implements Pieces {

        private final InputStream picture;
        private final OutputStream out;
        private final byte[] some = new byte[64 * 1024];
        private long at;

        Copy(InputStream picture, OutputStream out) {
            this.picture = picture;
            this.out = out;
        }

        @Override
        public void keep(long from, long to) throws IOException {
            picture.skipNBytes(from - at);
            for (at = from; at < to; ) {
                int length = (int) Math.min(to - at, some.length);
                if (picture.readNBytes(some, 0, length) < length) {
                    throw new EOFException();
                }
                out.write(some, 0, length);
                at += length;
            }
        }

        @Override
        public void write(byte[] others) throws IOException {
            out.write(others);
        }
    }

    /**
     * What is left of a picture.
     *
     * @param mediaType of JPEG, PNG or WebP
     * @param orientation the one that it says it has
     */
    static BarePicture of(Path file, String mediaType, int orientation) throws IOException {
        BarePicture bare = new BarePicture(file, mediaType, orientation);
        bare.read(bare.count);
        return bare;
    }

    /** Whether the file has nothing beside its picture. */
    boolean isWholeFile() {
        return !count.hasOthers && count.length == size;
    }

    /** Writes it; the stream stays open. */
    void writeTo(OutputStream out) throws IOException {
        try (InputStream picture = new BufferedInputStream(Files.newInputStream(file))) {
            OutputStream buffered = new BufferedOutputStream(out);
            read(new Copy(picture, buffered));
            buffered.flush();
        }
    }

    private void read(Pieces left) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            StreamReader picture = new StreamReader(stream);
            switch (mediaType) {
                case "image/jpeg" -> jpeg(picture, left);
                case "image/png" -> png(picture, left);
                case "image/webp" -> webp(picture, left);
                default -> throw new IllegalArgumentException(mediaType);
            }
        }
    }

    private void jpeg(StreamReader jpeg, Pieces left) throws IOException {
        jpeg.skip(2);
        left.keep(0, 2);
        if (orientation != PictureHeader.UPRIGHT) {
            byte[] exif = exif();
            left.write(ByteBuffer.allocate(4 + 6 + exif.length)
                    .putShort((short) 0xffe1)
                    .putShort((short) (2 + 6 + exif.length))
                    .put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1))
                    .put(exif)
                    .array());
        }
        JpegSegment before = null;
        for (JpegSegment segment = JpegSegment.next(jpeg); segment != null; segment = JpegSegment.next(jpeg)) {
            if (before != null && before.hasPixelsBehindIt()) {
                left.keep(before.to(), segment.from());
            }
            if (segment.belongsToPicture()) {
                left.keep(segment.from(), segment.to());
            }
            if (segment.isEnd()) {
                return;
            }
            before = segment;
        }
        if (before != null && before.hasPixelsBehindIt()) {
            left.keep(before.to(), size);
        }
    }

    private void png(StreamReader png, Pieces left) throws IOException {
        png.skip(8);
        left.keep(0, 8);
        while (png.getPosition() < size) {
            long from = png.getPosition();
            long length = png.getUInt32();
            String name = name(png);
            long to = Math.min(png.getPosition() + length + 4, size);
            if (PNG.contains(name)) {
                left.keep(from, to);
            }
            if (name.equals("IHDR") && orientation != PictureHeader.UPRIGHT) {
                left.write(pngChunk("eXIf", exif()));
            }
            if (name.equals("IEND")) {
                return;
            }
            png.skip(to - png.getPosition());
        }
    }

    private void webp(StreamReader webp, Pieces left) throws IOException {
        if (left == count || isWholeFile()) {
            left.keep(0, 12);
        } else {
            left.write(riff((int) count.length - 8));
        }
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
                    left.keep(from, to);
                } else {
                    extended[0] = flags;
                    left.write(chunk(name, extended));
                }
            } else if (WEBP.contains(name)) {
                left.keep(from, to);
            }
            webp.skip(to - webp.getPosition());
        }
        if (isTurned) {
            left.write(chunk("EXIF", exif()));
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
    private byte[] exif() {
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
