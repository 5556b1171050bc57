package prakat.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Smaller pictures look like the one of which they are made. */
class ScalingTest {

    /** Which colour a number has that means half as much light as white does: darker where it means half of what people see. */
    private static final int MIDDLE = 128;

    private static final int LIGHT = 188;

    @TempDir
    Path directory;

    /** The corners from the upper left to the lower right, by the first letters of their colours. */
    @ParameterizedTest
    @CsvSource({"1, RGBW", "2, GRWB", "3, WBGR", "4, BWRG", "5, RBGW", "6, BRWG", "7, WGBR", "8, GWRB"})
    void picturesAreUpright(int orientation, String corners) throws IOException {
        byte[] sent = TestPictures.telephone(640, 320, orientation);
        boolean isTurned = orientation >= 5;

        BufferedImage made = scaled(sent, orientation, isTurned ? 60 : 120, isTurned ? 120 : 60);

        int right = made.getWidth() - 8;
        int bottom = made.getHeight() - 8;
        assertThat(letter(made, 8, 8) + letter(made, right, 8) + letter(made, 8, bottom) + letter(made, right, bottom))
                .isEqualTo(corners);
    }

    @Test
    void allSizesAreMadeAtOnceAndSayNothingOfTheCamera() throws IOException {
        Path file = Files.write(directory.resolve("sent"), TestPictures.telephone(1000, 500, 1));
        List<Scaling.Target> targets = List.of(
                new Scaling.Target(480, 240, directory.resolve("small")),
                new Scaling.Target(960, 480, directory.resolve("medium")));

        Scaling.scale(file, 1, targets);

        for (Scaling.Target target : targets) {
            byte[] made = Files.readAllBytes(target.file());
            BufferedImage picture = TestPictures.read(made);
            assertThat(picture.getWidth() + " x " + picture.getHeight())
                    .isEqualTo(target.width() + " x " + target.height());
            assertThat(new String(made, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", TestPictures.SECRET);
        }
    }

    @Test
    void coloursOfPrintersAndOtherProfilesAreThoseOfScreens() throws IOException {
        assertThat(middle(TestPictures.PRINTERS)).satisfies(red -> assertThat(red.getRed())
                .isGreaterThan(red.getGreen() + 100)
                .isGreaterThan(red.getBlue() + 100));
        assertThat(middle(TestPictures.WEBP).getGreen()).isBetween(140, 180);

        ICC_Profile linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB);
        BufferedImage ofLight = ofLight(linear);
        assertThat(middle(TestPictures.file(ofLight, "jpeg")).getRed()).isBetween(LIGHT - 4, LIGHT + 4);
        byte[] png = TestPictures.file(grey(BufferedImage.TYPE_3BYTE_BGR), "png");
        assertThat(middle(TestPictures.with(png, "iCCP", packed(linear))).getRed())
                .isBetween(LIGHT - 4, LIGHT + 4);
        assertThat(middle(TestPictures.with(png, "iCCP", "a\0\0none".getBytes(StandardCharsets.US_ASCII)))
                        .getRed())
                .isBetween(MIDDLE - 4, MIDDLE + 4);
    }

    @Test
    void greyStaysAsBrightAsItIs() throws IOException {
        assertThat(middle(TestPictures.file(grey(BufferedImage.TYPE_BYTE_GRAY), "jpeg"))
                        .getRed())
                .isBetween(MIDDLE - 4, MIDDLE + 4);
        assertThat(middle(TestPictures.file(greyWithTransparency(), "png")).getRed())
                .isBetween(MIDDLE - 4, MIDDLE + 4);
    }

    @Test
    void whatIsSeenThroughIsWhite() throws IOException {
        BufferedImage clear = new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB);
        assertThat(middle(TestPictures.file(clear, "png"))).isEqualTo(Color.WHITE);
        assertThat(middle(TestPictures.CLEAR_WEBP)).isEqualTo(Color.WHITE);
    }

    @Test
    void whatNobodyCanReadIsToldAndNotMadeUp() throws IOException {
        byte[] png = TestPictures.file(TestPictures.quarters(200, 200), "png");
        for (byte[] broken : List.of(Arrays.copyOf(png, 60), TestPictures.claiming(5000, 5000), new byte[100])) {
            assertThatThrownBy(() -> middle(broken)).isInstanceOf(IOException.class);
        }
    }

    private BufferedImage scaled(byte[] picture, int orientation, int width, int height) throws IOException {
        Path file = Files.write(directory.resolve("sent"), picture);
        Path made = directory.resolve("made");
        Files.deleteIfExists(made);
        Scaling.scale(file, orientation, List.of(new Scaling.Target(width, height, made)));
        return TestPictures.read(Files.readAllBytes(made));
    }

    private Color middle(byte[] picture) throws IOException {
        return new Color(scaled(picture, 1, 16, 16).getRGB(8, 8));
    }

    private static String letter(BufferedImage picture, int x, int y) {
        Color color = new Color(picture.getRGB(x, y));
        boolean isRed = color.getRed() > MIDDLE;
        boolean isGreen = color.getGreen() > MIDDLE;
        return isRed && isGreen ? "W" : isRed ? "R" : isGreen ? "G" : "B";
    }

    private static BufferedImage grey(int type) {
        BufferedImage grey = new BufferedImage(16, 16, type);
        byte[] pixels = new byte[grey.getRaster().getNumDataElements() * 256];
        Arrays.fill(pixels, (byte) MIDDLE);
        grey.getRaster().setDataElements(0, 0, 16, 16, pixels);
        return grey;
    }

    private static BufferedImage greyWithTransparency() {
        ComponentColorModel pixels = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        BufferedImage grey = new BufferedImage(pixels, pixels.createCompatibleWritableRaster(16, 16), false, null);
        for (int i = 0; i < 256; i++) {
            grey.getRaster().setPixel(i % 16, i / 16, new int[] {MIDDLE, 255});
        }
        return grey;
    }

    private static BufferedImage ofLight(ICC_Profile profile) {
        ComponentColorModel pixels = new ComponentColorModel(
                new ICC_ColorSpace(profile), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(pixels, grey(BufferedImage.TYPE_3BYTE_BGR).getRaster(), false, null);
    }

    private static byte[] packed(ICC_Profile profile) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes("light\0\0".getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream packing = new DeflaterOutputStream(chunk)) {
            packing.write(profile.getData());
        }
        return chunk.toByteArray();
    }
}
