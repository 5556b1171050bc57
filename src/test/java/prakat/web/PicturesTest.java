package prakat.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** How much room a page leaves for a picture. */
class PicturesTest {

    /** The beginning of what a browser writes: a header that names the canvas, 30 by 20, and no pixels. */
    private static final String WEBP = "524946461600000057454250565038580a000000000000001d0000130000";

    /** What a telephone writes that is held upright: turn it by a quarter. */
    private static final String UPRIGHT =
            "ffe1002245786966000049492a00080000000100120103000100000006000000000000000000";

    @Test
    void pngAndJpegSayTheirSize() throws IOException {
        assertThat(Pictures.read(picture("png"))).contains(new Article.Shape(30, 20));
        assertThat(Pictures.read(picture("jpg"))).contains(new Article.Shape(30, 20));
    }

    @Test
    void webpSaysItsSize() {
        assertThat(Pictures.read(HexFormat.of().parseHex(WEBP))).contains(new Article.Shape(30, 20));
    }

    @Test
    void aPictureThatBrowsersTurnLeavesRoomForItAsItIsShown() throws IOException {
        byte[] flat = picture("jpg");
        ByteArrayOutputStream turned = new ByteArrayOutputStream();
        turned.writeBytes(Arrays.copyOf(flat, 2));
        turned.writeBytes(HexFormat.of().parseHex(UPRIGHT));
        turned.writeBytes(Arrays.copyOfRange(flat, 2, flat.length));

        assertThat(Pictures.read(turned.toByteArray())).contains(new Article.Shape(20, 30));
    }

    @Test
    void aPictureThatIsBrokenLeavesNoRoom() throws IOException {
        assertThat(Pictures.read(Arrays.copyOf(picture("jpg"), 30))).isEmpty();
        assertThat(Pictures.read("ไม่ใช่ภาพ".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), format, picture);
        return picture.toByteArray();
    }
}
