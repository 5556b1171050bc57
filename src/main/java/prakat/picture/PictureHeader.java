package prakat.picture;

import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.png.PngChunk;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.imaging.png.PngHeader;
import com.drew.imaging.riff.RiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.StreamReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.webp.WebpDirectory;
import com.drew.metadata.webp.WebpRiffHandler;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a picture says of itself before its pixels.
 *
 * @param width of its pixels as they are stored
 * @param height of its pixels as they are stored
 * @param orientation how they are turned to be upright, as Exif counts it, from 1 for not at all to 8
 */
record PictureHeader(int width, int height, int orientation) {

    static final int UPRIGHT = 1;

    /** In bytes; of what stands before or beside a picture, no more than this is read. */
    private static final int LARGEST_DESCRIPTION = 512 * 1024;

    /** Its size, as browsers show it: a telephone held upright often says so in the picture, and they turn it. */
    PictureSize size() {
        return isTurned() ? new PictureSize(height, width) : new PictureSize(width, height);
    }

    private boolean isTurned() {
        return orientation >= 5;
    }

    /** A picture's header; empty where it is no picture, or one that does not say its size. Reads little and closes nothing. */
    static Optional<PictureHeader> read(InputStream picture) {
        InputStream stream = new BufferedInputStream(picture);
        try {
            FileType type = FileTypeDetector.detectFileType(stream);
            if (type == FileType.Png) {
                return png(stream);
            }
            Metadata metadata = type == FileType.WebP ? webp(stream) : jpeg(stream);
            return header(metadata, JpegDirectory.class, JpegDirectory.TAG_IMAGE_WIDTH, JpegDirectory.TAG_IMAGE_HEIGHT)
                    .or(() -> header(
                            metadata,
                            WebpDirectory.class,
                            WebpDirectory.TAG_IMAGE_WIDTH,
                            WebpDirectory.TAG_IMAGE_HEIGHT));
        } catch (ImageProcessingException | IOException e) {
            // The page shows it without leaving room for it.
            return Optional.empty();
        }
    }

    /** What a JPEG says of itself stands before the picture. */
    private static Metadata jpeg(InputStream picture) throws ImageProcessingException, IOException {
        return JpegMetadataReader.readMetadata(new ByteArrayInputStream(picture.readNBytes(LARGEST_DESCRIPTION)));
    }

    private static Metadata webp(InputStream picture) throws ImageProcessingException, IOException {
        Metadata metadata = new Metadata();
        new RiffReader().processRiff(new Beginnings(picture), new WebpRiffHandler(metadata));
        return metadata;
    }

    /** Gives the beginning of what is long, and skips the rest: in a WebP, the picture itself is one piece of its metadata. */
    private static final class Beginnings extends StreamReader {

        Beginnings(InputStream stream) {
            super(stream);
        }

        @Override
        public byte[] getBytes(int count) throws IOException {
            byte[] beginning = super.getBytes(Math.min(count, LARGEST_DESCRIPTION));
            skip(count - beginning.length);
            return beginning;
        }
    }

    /** By two chunks alone: the texts that a PNG may hold are packed, and a small one can unpack to more than fits here. */
    private static Optional<PictureHeader> png(InputStream picture) throws ImageProcessingException, IOException {
        Optional<PngHeader> header = Optional.empty();
        Metadata exif = new Metadata();
        for (PngChunk chunk :
                new PngChunkReader().extract(new StreamReader(picture), Set.of(PngChunkType.IHDR, PngChunkType.eXIf))) {
            if (chunk.getType().equals(PngChunkType.IHDR)) {
                header = Optional.of(new PngHeader(chunk.getBytes()));
            } else {
                new ExifReader().extract(new ByteArrayReader(chunk.getBytes()), exif);
            }
        }
        return header.map(size -> new PictureHeader(size.getImageWidth(), size.getImageHeight(), orientation(exif)))
                .filter(PictureHeader::hasSize);
    }

    private static Optional<PictureHeader> header(
            Metadata metadata, Class<? extends Directory> kind, int width, int height) {
        return metadata.getDirectoriesOfType(kind).stream()
                .filter(directory -> directory.getInteger(width) != null && directory.getInteger(height) != null)
                .map(directory -> new PictureHeader(
                        directory.getInteger(width), directory.getInteger(height), orientation(metadata)))
                .filter(PictureHeader::hasSize)
                .findFirst();
    }

    private boolean hasSize() {
        return width > 0 && height > 0;
    }

    private static int orientation(Metadata metadata) {
        return metadata.getDirectoriesOfType(ExifIFD0Directory.class).stream()
                .map(directory -> directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
                .filter(Objects::nonNull)
                .filter(orientation -> orientation >= UPRIGHT && orientation <= 8)
                .findFirst()
                .orElse(UPRIGHT);
    }
}
