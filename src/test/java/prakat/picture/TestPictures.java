package prakat.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures as cameras and programs make them. */
public final class TestPictures {

    /** What nobody may find in what readers get. */
    public static final String SECRET = "serial number 4711";

    /** 16 by 16, one red, in the colours of printers, as Photoshop writes them. */
    static final byte[] PRINTERS = Base64.getDecoder()
            .decode(
                    "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCxAWEBETFBUVFQwP"
                            + "FxgWFBgSFBUU/9sAQwEDBAQFBAUJBQUJFA0LDRQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU"
                            + "FBQU/8AAFAgAEAAQBAERAAIRAQMRAQQRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAGCP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAWAQEB"
                            + "AQAAAAAAAAAAAAAAAAAABwn/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADgQBAAIRAxEEAAA/AKhW2d7YAAAAD//Z");

    /** 16 by 16, one green. */
    static final byte[] WEBP = Base64.getDecoder()
            .decode("UklGRj4AAABXRUJQVlA4IDIAAADQAQCdASoQABAAAMASJaACdLoB+AADsAD+7c7f/qcfk4/Jx/X2//Fb/it/xW//icQAAA==");

    /** 16 by 16, a blue of which nothing is seen. */
    static final byte[] CLEAR_WEBP = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvD8ADEAcQERGIiP4HAA==");

    private TestPictures() {}

    /** A picture in four colours: red and green above, blue and white below. */
    public static BufferedImage quarters(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = picture.createGraphics();
        Color[] colors = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int i = 0; i < colors.length; i++) {
            pen.setColor(colors[i]);
            pen.fillRect(i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2);
        }
        pen.dispose();
        return picture;
    }

    /** In that format. */
    public static byte[] file(BufferedImage picture, String format) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** As a telephone writes it: which way up it is, where it was taken, and more; behind its end, a film. */
    public static byte[] telephone(int width, int height, int orientation) {
        byte[] plain = file(quarters(width, height), "jpeg");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(plain, 0, 2);
        segment(file, 0xe1, concat("Exif\0\0", exif(orientation)));
        segment(file, 0xe1, concat("http://ns.adobe.com/xap/1.0/\0", SECRET.getBytes(StandardCharsets.US_ASCII)));
        segment(file, 0xfe, SECRET.getBytes(StandardCharsets.US_ASCII));
        file.write(plain, 2, plain.length - 2);
        file.writeBytes(SECRET.getBytes(StandardCharsets.US_ASCII));
        return file.toByteArray();
    }

    /** Orientation, and a place in the north. */
    static byte[] exif(int orientation) {
        return ByteBuffer.allocate(56)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(concat("II*\0", new byte[0]))
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putInt(orientation)
                .putShort((short) 0x8825)
                .putShort((short) 4)
                .putInt(1)
                .putInt(38)
                .putInt(0)
                .putShort((short) 1)
                .putShort((short) 1)
                .putShort((short) 2)
                .putInt(2)
                .put(concat("N\0\0\0", new byte[0]))
                .putInt(0)
                .array();
    }

    /** A PNG with one more chunk behind its header. */
    static byte[] with(byte[] png, String name, byte[] content) {
        int behindTheHeader = 33;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(png, 0, behindTheHeader);
        byte[] chunk = concat(name, content);
        CRC32 sum = new CRC32();
        sum.update(chunk);
        file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        file.writeBytes(chunk);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        file.write(png, behindTheHeader, png.length - behindTheHeader);
        return file.toByteArray();
    }

    /** A PNG that claims to be of that size. */
    public static byte[] claiming(int width, int height) {
        byte[] png = file(quarters(16, 16), "png");
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        return png;
    }

    /** The same WebP as programs write it that have more to say. */
    static byte[] extendedWebp(int orientation) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        chunks.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        riff(chunks, "VP8X", new byte[] {0x0c, 0, 0, 0, 15, 0, 0, 15, 0, 0});
        chunks.write(WEBP, 12, WEBP.length - 12);
        riff(chunks, "EXIF", exif(orientation));
        riff(chunks, "XMP ", SECRET.getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        riff(file, "RIFF", chunks.toByteArray());
        return file.toByteArray();
    }

    static BufferedImage read(byte[] picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture));
    }

    /** As they are stored, whichever way up. */
    public static int[] pixels(byte[] picture) {
        try {
            BufferedImage read = read(picture);
            return read.getRGB(0, 0, read.getWidth(), read.getHeight(), null, 0, read.getWidth());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void riff(ByteArrayOutputStream file, String name, byte[] content) {
        file.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(content.length)
                .array());
        file.writeBytes(content);
    }

    private static void segment(ByteArrayOutputStream file, int marker, byte[] content) {
        file.write(0xff);
        file.write(marker);
        file.writeBytes(
                ByteBuffer.allocate(2).putShort((short) (content.length + 2)).array());
        file.writeBytes(content);
    }

    private static byte[] concat(String first, byte[] second) {
        byte[] both = Arrays.copyOf(first.getBytes(StandardCharsets.ISO_8859_1), first.length() + second.length);
        System.arraycopy(second, 0, both, first.length(), second.length);
        return both;
    }
}
