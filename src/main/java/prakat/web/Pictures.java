package prakat.web;

import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.png.PngChunk;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.imaging.png.PngHeader;
import com.drew.imaging.riff.RiffReader;
import com.drew.lang.StreamReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.webp.WebpDirectory;
import com.drew.metadata.webp.WebpRiffHandler;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import prakat.request.content.Attachment;
import prakat.request.content.StoredFile;

/** How large pictures are, so that a page leaves room for them before they arrive. */
@Component
public class Pictures {

    private static final int REMEMBERED = 10_000;

    /** In bytes; of what stands before or beside a picture, no more than this is read. */
    private static final int LARGEST_DESCRIPTION = 512 * 1024;

    /** By digest: the bytes behind one never change. */
    private final Cache<String, Optional<Article.Shape>> shapes =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Pictures() {}

    /**
     * A picture's shape; null where it is no picture, or one that does not say.
     *
     * @param file asked for only where the shape is not known yet
     */
    public Article.Shape shape(Attachment attachment, Supplier<StoredFile> file) {
        if (!attachment.mediaType().startsWith("image/")) {
            return null;
        }
        Optional<Article.Shape> known = shapes.getIfPresent(attachment.sha256());
        if (known == null) {
            known = read(file.get());
            shapes.put(attachment.sha256(), known);
        }
        return known.orElse(null);
    }

    private static Optional<Article.Shape> read(StoredFile file) {
        try (InputStream picture = Files.newInputStream(file.path())) {
            return read(picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture's shape; empty where it is no picture, or one that does not say. Reads little and closes nothing. */
    public static Optional<Article.Shape> read(InputStream picture) {
        InputStream stream = new BufferedInputStream(picture);
        try {
            FileType type = FileTypeDetector.detectFileType(stream);
            if (type == FileType.Png) {
                return png(stream);
            }
            Metadata metadata = type == FileType.WebP ? webp(stream) : jpeg(stream);
            return size(metadata, JpegDirectory.class, JpegDirectory.TAG_IMAGE_WIDTH, JpegDirectory.TAG_IMAGE_HEIGHT)
                    .or(() -> size(
                            metadata,
                            WebpDirectory.class,
                            WebpDirectory.TAG_IMAGE_WIDTH,
                            WebpDirectory.TAG_IMAGE_HEIGHT))
                    .map(shape -> isTurned(metadata) ? new Article.Shape(shape.height(), shape.width()) : shape);
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

    /** By its header alone: the texts that a PNG may hold are packed, and a small one can unpack to more than fits here. */
    private static Optional<Article.Shape> png(InputStream picture) throws ImageProcessingException, IOException {
        for (PngChunk chunk : new PngChunkReader().extract(new StreamReader(picture), Set.of(PngChunkType.IHDR))) {
            PngHeader header = new PngHeader(chunk.getBytes());
            return Optional.of(new Article.Shape(header.getImageWidth(), header.getImageHeight()))
                    .filter(shape -> shape.width() > 0 && shape.height() > 0);
        }
        return Optional.empty();
    }

    private static Optional<Article.Shape> size(
            Metadata metadata, Class<? extends Directory> kind, int width, int height) {
        return metadata.getDirectoriesOfType(kind).stream()
                .filter(directory -> directory.getInteger(width) != null && directory.getInteger(height) != null)
                .map(directory -> new Article.Shape(directory.getInteger(width), directory.getInteger(height)))
                .filter(shape -> shape.width() > 0 && shape.height() > 0)
                .findFirst();
    }

    /** A telephone held upright often says so in the picture, and browsers turn it by a quarter. */
    private static boolean isTurned(Metadata metadata) {
        return metadata.getDirectoriesOfType(ExifIFD0Directory.class).stream()
                .map(directory -> directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
                .anyMatch(orientation -> orientation != null && orientation >= 5 && orientation <= 8);
    }
}
