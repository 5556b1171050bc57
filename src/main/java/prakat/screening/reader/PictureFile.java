package prakat.screening.reader;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.jpeg.JpegCommentDirectory;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.webp.WebpDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import prakat.screening.FindingKind;
import prakat.screening.Place;
import prakat.screening.Place.Part;

/** A picture: what it says of itself, where it was taken, and the text that is to be seen on it. */
final class PictureFile {

    private static final List<Class<? extends Directory>> TEXTS = List.of(
            ExifIFD0Directory.class,
            ExifSubIFDDirectory.class,
            IptcDirectory.class,
            JpegCommentDirectory.class,
            PngDirectory.class);

    /** More would fill the memory, and show no more text. */
    private static final double MOST_PIXELS_READ = 16e6;

    private static final Place TEXT = Place.inFile().inPart(Part.PICTURE, null);

    private final Output output;
    private final TextRecognition recognition;

    PictureFile(Output output, TextRecognition recognition) {
        this.output = output;
        this.recognition = recognition;
    }

    /**
     * Reads it, unless it has more pixels than may be.
     *
     * @param withLocation whether readers would get where it was taken
     */
    void read(Path file, boolean withLocation) throws IOException, ImageProcessingException, MetadataException {
        Metadata metadata = ImageMetadataReader.readMetadata(file.toFile());
        for (Directory directory : metadata.getDirectories()) {
            if (TEXTS.contains(directory.getClass())) {
                directory
                        .getTags()
                        .forEach(tag -> output.text(
                                Place.inFile().inPart(Part.METADATA, tag.getTagName()), tag.getDescription()));
            }
        }
        for (XmpDirectory directory : metadata.getDirectoriesOfType(XmpDirectory.class)) {
            directory
                    .getXmpProperties()
                    .forEach((name, text) -> output.text(Place.inFile().inPart(Part.METADATA, name), text));
        }
        for (GpsDirectory directory : metadata.getDirectoriesOfType(GpsDirectory.class)) {
            GeoLocation location = directory.getGeoLocation();
            if (withLocation && location != null && !location.isZero()) {
                output.found(FindingKind.LOCATION, Place.inFile());
            }
        }
        WebpDirectory webp = metadata.getFirstDirectoryOfType(WebpDirectory.class);
        if (webp == null) {
            readPixels(file);
        } else if (output.hasRoomForPicture(
                webp.getInt(WebpDirectory.TAG_IMAGE_WIDTH), webp.getInt(WebpDirectory.TAG_IMAGE_HEIGHT))) {
            recognition.read(file, TEXT, output);
        } else {
            output.unreadable(TEXT);
        }
    }

    private void readPixels(Path file) throws IOException {
        try (ImageInputStream bytes = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
            if (!readers.hasNext()) {
                recognition.miss();
                return;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(bytes, true, true);
                double pixels = (double) reader.getWidth(0) * reader.getHeight(0);
                if (!output.hasRoomForPicture(reader.getWidth(0), reader.getHeight(0))) {
                    output.unreadable(TEXT);
                    return;
                }
                if (!recognition.reads(reader.getWidth(0), reader.getHeight(0))) {
                    return;
                }
                ImageReadParam some = reader.getDefaultReadParam();
                int each = (int) Math.ceil(Math.sqrt(pixels / MOST_PIXELS_READ));
                some.setSourceSubsampling(each, each, 0, 0);
                BufferedImage picture = reader.read(0, some);
                recognition.read(picture, TEXT, output);
            } finally {
                reader.dispose();
            }
        } catch (IIOException e) {
            // Of colours that only printers use; Tesseract knows them.
            recognition.read(file, TEXT, output);
        }
    }
}
