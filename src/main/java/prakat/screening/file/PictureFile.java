package prakat.screening.file;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** Whether a picture is there from its beginning to its end. Only its pieces are counted: it is not unpacked. */
final class PictureFile {

    private static final int JPEG_END = 0xd9;
    private static final int JPEG_SCAN = 0xda;
    private static final int PNG_HEADER_LENGTH = 13;
    private static final int AT_A_TIME = 64 * 1024;

    private PictureFile() {}

    /** Whether the file has all the pieces of a picture of that kind: JPEG, PNG or WebP. */
    static boolean isWhole(Path file, FileKind kind) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            return switch (kind) {
                case PNG -> isWholePng(new CheckedInputStream(bytes, new CRC32()));
                case JPEG -> isWholeJpeg(new DataInputStream(bytes));
                default -> isWholeWebp(new DataInputStream(bytes), Files.size(file));
            };
        } catch (EOFException e) {
            return false;
        }
    }

    /** Readers give up at a wrong checksum of a chunk that they need; such a chunk's name begins with a capital. */
    private static boolean isWholePng(CheckedInputStream checked) throws IOException {
        DataInputStream png = new DataInputStream(checked);
        png.skipNBytes(8);
        boolean hasPixels = false;
        for (boolean isFirst = true; ; isFirst = false) {
            int length = png.readInt();
            checked.getChecksum().reset();
            String name = name(png);
            if (length < 0 || isFirst != name.equals("IHDR")) {
                return false;
            }
            if (isFirst && (length != PNG_HEADER_LENGTH || png.readInt() <= 0 || png.readInt() <= 0)) {
                return false;
            }
            skip(png, isFirst ? length - 2 * Integer.BYTES : length);
            int sum = (int) checked.getChecksum().getValue();
            if (png.readInt() != sum && Character.isUpperCase(name.charAt(0))) {
                return false;
            }
            hasPixels |= name.equals("IDAT");
            if (name.equals("IEND")) {
                return hasPixels;
            }
        }
    }

    private static boolean isWholeJpeg(DataInputStream jpeg) throws IOException {
        jpeg.skipNBytes(2);
        boolean hasSize = false;
        for (int marker = marker(jpeg); marker != JPEG_END; marker = marker(jpeg)) {
            boolean isFrame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            boolean isAlone = marker <= 0x01 || marker >= 0xd0 && marker <= 0xd7;
            if (!isAlone) {
                skip(jpeg, jpeg.readUnsignedShort() - Short.BYTES);
            }
            hasSize |= isFrame;
            if (marker == JPEG_SCAN) {
                return hasSize && hasEnd(jpeg);
            }
        }
        return false;
    }

    /** In the scans themselves the mark of the end stands nowhere else; they are nearly all of the file. */
    private static boolean hasEnd(InputStream scans) throws IOException {
        byte[] some = new byte[AT_A_TIME];
        boolean isMark = false;
        for (int count = scans.read(some); count > 0; count = scans.read(some)) {
            for (int i = 0; i < count; i++) {
                if (isMark && some[i] == (byte) JPEG_END) {
                    return true;
                }
                isMark = some[i] == (byte) 0xff;
            }
        }
        return false;
    }

    private static int marker(DataInputStream jpeg) throws IOException {
        while (jpeg.readUnsignedByte() != 0xff) {}
        int marker = jpeg.readUnsignedByte();
        while (marker == 0xff) {
            marker = jpeg.readUnsignedByte();
        }
        return marker;
    }

    private static boolean isWholeWebp(DataInputStream webp, long size) throws IOException {
        webp.skipNBytes(4);
        long left = length(webp) - 4;
        if (left > size - 12) {
            return false;
        }
        webp.skipNBytes(4);
        boolean hasPixels = false;
        while (left >= 8) {
            String name = name(webp);
            long length = length(webp);
            left -= 8 + length;
            if (left < 0) {
                return false;
            }
            // An odd piece is followed by a byte that means nothing; the last one may do without.
            long padding = Math.min(length % 2, left);
            left -= padding;
            skip(webp, length + padding);
            hasPixels |= name.equals("VP8 ") || name.equals("VP8L") || name.equals("ANMF");
        }
        return hasPixels;
    }

    private static long length(DataInputStream riff) throws IOException {
        return Integer.toUnsignedLong(Integer.reverseBytes(riff.readInt()));
    }

    private static String name(DataInputStream pieces) throws IOException {
        return new String(pieces.readNBytes(4), StandardCharsets.ISO_8859_1);
    }

    private static void skip(InputStream bytes, long count) throws IOException {
        bytes.skipNBytes(Math.max(count, 0));
    }
}
