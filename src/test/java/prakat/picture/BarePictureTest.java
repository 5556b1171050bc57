package prakat.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers get all pixels of a picture, and nothing of what was written beside them. */
class BarePictureTest {

    private static final byte[] SECRET = TestPictures.SECRET.getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 8})
    void aJpegLosesPlaceAndCameraAndStaysUpright(int orientation) throws IOException, ImageProcessingException {
        byte[] sent = TestPictures.telephone(64, 32, orientation);
        assertThat(metadata(sent).containsDirectoryOfType(GpsDirectory.class)).isTrue();

        byte[] bare = bare(sent, "image/jpeg", orientation);

        assertThat(metadata(bare).containsDirectoryOfType(GpsDirectory.class)).isFalse();
        assertThat(text(bare)).doesNotContain(TestPictures.SECRET);
        assertThat(PictureHeader.read(new ByteArrayInputStream(bare))).contains(new PictureHeader(64, 32, orientation));
        assertThat(TestPictures.pixels(bare)).isEqualTo(TestPictures.pixels(sent));
    }

    @Test
    void aPngLosesItsTextsAndKeepsItsColours() throws IOException {
        byte[] plain = TestPictures.file(TestPictures.quarters(32, 16), "png");
        byte[] colored = TestPictures.with(
                plain, "gAMA", ByteBuffer.allocate(4).putInt(45455).array());
        byte[] sent = TestPictures.with(TestPictures.with(colored, "tEXt", SECRET), "eXIf", TestPictures.exif(1));
        byte[] followed = Arrays.copyOf(sent, sent.length + SECRET.length);
        System.arraycopy(SECRET, 0, followed, sent.length, SECRET.length);

        assertThat(bare(followed, "image/png", 1)).isEqualTo(colored);
    }

    @Test
    void aPngStaysUpright() throws IOException, ImageProcessingException {
        byte[] plain = TestPictures.file(TestPictures.quarters(32, 16), "png");
        byte[] sent = TestPictures.with(plain, "eXIf", TestPictures.exif(6));
        assertThat(metadata(sent).containsDirectoryOfType(GpsDirectory.class)).isTrue();

        byte[] bare = bare(sent, "image/png", 6);

        assertThat(metadata(bare).containsDirectoryOfType(GpsDirectory.class)).isFalse();
        assertThat(PictureHeader.read(new ByteArrayInputStream(bare))).contains(new PictureHeader(32, 16, 6));
        assertThat(TestPictures.pixels(bare)).isEqualTo(TestPictures.pixels(plain));
    }

    @Test
    void betweenThePiecesOfAJpegNothingStaysButPixels() throws IOException {
        byte[] jpeg = TestPictures.file(TestPictures.quarters(64, 32), "jpeg");
        int density = 18;
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        sent.write(jpeg, 0, 2);
        sent.write(jpeg, 2, 2);
        sent.write(0);
        sent.write(density - 2 + SECRET.length);
        sent.write(jpeg, 6, density - 4);
        sent.writeBytes(SECRET);
        sent.writeBytes(SECRET);
        sent.write(jpeg, 2 + density, jpeg.length - 2 - density);

        byte[] bare = bare(sent.toByteArray(), "image/jpeg", 1);

        assertThat(text(bare)).doesNotContain(TestPictures.SECRET);
        assertThat(TestPictures.pixels(bare)).isEqualTo(TestPictures.pixels(jpeg));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void aWebpLosesPlaceAndCameraAndStaysUpright(int orientation) throws IOException, ImageProcessingException {
        byte[] sent = TestPictures.extendedWebp(orientation);
        assertThat(metadata(sent).containsDirectoryOfType(GpsDirectory.class)).isTrue();

        byte[] bare = bare(sent, "image/webp", orientation);

        assertThat(metadata(bare).containsDirectoryOfType(GpsDirectory.class)).isFalse();
        assertThat(text(bare)).doesNotContain(TestPictures.SECRET);
        assertThat(ByteBuffer.wrap(bare).order(ByteOrder.LITTLE_ENDIAN).getInt(4))
                .isEqualTo(bare.length - 8);
        assertThat(PictureHeader.read(new ByteArrayInputStream(bare))).contains(new PictureHeader(16, 16, orientation));
        assertThat(TestPictures.pixels(bare)).isEqualTo(TestPictures.pixels(TestPictures.WEBP));
    }

    @Test
    void aPictureThatIsNothingElseStaysTheFileThatItIs() throws IOException {
        BufferedImage picture = TestPictures.quarters(32, 16);
        assertThat(isWhole(TestPictures.file(picture, "jpeg"), "image/jpeg")).isTrue();
        assertThat(isWhole(TestPictures.file(picture, "png"), "image/png")).isTrue();
        assertThat(isWhole(TestPictures.WEBP, "image/webp")).isTrue();
    }

    @Test
    void whatIsCutOffIsKeptAsFarAsItGoes() throws IOException {
        byte[] jpeg = TestPictures.telephone(64, 64, 1);
        byte[] cut = Arrays.copyOf(jpeg, jpeg.length - 100);
        assertThat(text(bare(cut, "image/jpeg", 1))).hasSizeGreaterThan(300).doesNotContain(TestPictures.SECRET);
        byte[] png = TestPictures.file(TestPictures.quarters(32, 16), "png");
        assertThat(bare(Arrays.copyOf(png, 50), "image/png", 1)).isEqualTo(Arrays.copyOf(png, 50));
    }

    private byte[] bare(byte[] picture, String mediaType, int orientation) throws IOException {
        Path file = Files.write(directory.resolve("picture"), picture);
        ByteArrayOutputStream bare = new ByteArrayOutputStream();
        BarePicture.of(file, mediaType, orientation).writeTo(bare);
        return bare.toByteArray();
    }

    private boolean isWhole(byte[] picture, String mediaType) throws IOException {
        return BarePicture.of(Files.write(directory.resolve("picture"), picture), mediaType, 1)
                .isWholeFile();
    }

    private static String text(byte[] picture) {
        return new String(picture, StandardCharsets.ISO_8859_1);
    }

    private static Metadata metadata(byte[] picture) throws IOException, ImageProcessingException {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture));
    }
}
