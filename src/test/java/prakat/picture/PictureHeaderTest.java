package prakat.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** How much room a page leaves for a picture. */
class PictureHeaderTest {

    /** The beginning of what a browser writes: a header that names the canvas, 30 by 20, and no pixels. */
    private static final String WEBP = "524946461600000057454250565038580a000000000000001d0000130000";

    /** What a telephone writes that is held upright: turn it by a quarter. */
    private static final String UPRIGHT =
            "ffe1002245786966000049492a00080000000100120103000100000006000000000000000000";

    @Test
    void pngAndJpegSayTheirSize() throws IOException {
        assertThat(read(picture("png"))).contains(new PictureSize(30, 20));
        assertThat(read(picture("jpg"))).contains(new PictureSize(30, 20));
    }

    @Test
    void webpSaysItsSize() {
        assertThat(read(HexFormat.of().parseHex(WEBP))).contains(new PictureSize(30, 20));
    }

    @Test
    void aPictureThatBrowsersTurnLeavesRoomForItAsItIsShown() throws IOException {
        byte[] flat = picture("jpg");
        ByteArrayOutputStream turned = new ByteArrayOutputStream();
        turned.writeBytes(Arrays.copyOf(flat, 2));
        turned.writeBytes(HexFormat.of().parseHex(UPRIGHT));
        turned.writeBytes(Arrays.copyOfRange(flat, 2, flat.length));

        assertThat(read(turned.toByteArray())).contains(new PictureSize(20, 30));
        assertThat(read(TestPictures.with(picture("png"), "eXIf", TestPictures.exif(6))))
                .contains(new PictureSize(20, 30));
    }

    @Test
    void aPictureThatIsBrokenLeavesNoRoom() throws IOException {
        assertThat(read(Arrays.copyOf(picture("jpg"), 30))).isEmpty();
        assertThat(read("ไม่ใช่ภาพ".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    /** A text of zeros, packed to a thousandth: unpacked it is larger than the program's memory. */
    @Test
    void whatAPictureHoldsPackedStaysPacked() throws IOException {
        byte[] text = packedZeros(3 * Runtime.getRuntime().maxMemory() / 2);
        byte[] flat = picture("png");
        int behindTheHeader = 33;
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(flat, 0, behindTheHeader);
        bomb.writeBytes(ByteBuffer.allocate(4).putInt(9 + text.length).array());
        bomb.writeBytes("zTXtComment\0\0".getBytes(StandardCharsets.ISO_8859_1));
        bomb.writeBytes(text);
        bomb.writeBytes(new byte[4]);
        bomb.write(flat, behindTheHeader, flat.length - behindTheHeader);

        assertThat(read(bomb.toByteArray())).contains(new PictureSize(30, 20));
    }

    private static Optional<PictureSize> read(byte[] picture) {
        return PictureSize.read(new ByteArrayInputStream(picture));
    }

    /** A piece of them is packed once and repeated: to pack all takes seconds. */
    private static byte[] packedZeros(long length) {
        byte[] zeros = new byte[1024 * 1024];
        byte[] packed = new byte[zeros.length];
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(zeros);
        int size = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
        deflater.end();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(HexFormat.of().parseHex("78da"));
        for (long written = 0; written < length; written += zeros.length) {
            all.write(packed, 0, size);
        }
        return all.toByteArray();
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), format, picture);
        return picture.toByteArray();
    }
}
