package prakat.picture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import prakat.files.FileDirectory;
import prakat.files.ReceivedFile;
import prakat.input.Sha256;

/**
 * What readers get of pictures: {@link Variant}s, and the picture itself without what a camera wrote beside it. Each is made
 * once, kept beside the file that was sent in, and made again where it is missing. Files are named by their digests; callers
 * have checked that the reader may see them.
 */
@Component
public class Pictures {

    /** What a picture without what a camera wrote is called beside the file of which it was made. */
    private static final String BARE = "bare";

    private static final int REMEMBERED = 10_000;

    /** Readers who wait for a variant to be made, each with a thread of the program's. */
    private static final int WAITING = 20;

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final FileDirectory directory;
    private final VariantMaking making;

    /** By digest: the bytes behind one never change. */
    private final Cache<String, Optional<PictureHeader>> headers =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** What was made, by where it lies; where there was nothing to take away, the file that was sent in. */
    private final Cache<Path, ReceivedFile> made =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private final Semaphore waiting = new Semaphore(WAITING);

    Pictures(FileDirectory directory, VariantMaking making) {
        this.directory = directory;
        this.making = making;
    }

    /** How large a picture is; empty where it does not say. */
    public Optional<PictureSize> size(String sha256) {
        return header(sha256).map(PictureHeader::size);
    }

    /** Has a picture's variants made before anybody asks for them; returns at once. */
    public void prepare(String sha256) {
        header(sha256).ifPresent(header -> making.make(sha256, header));
    }

    /**
     * A variant, as a JPEG. Where it is not made yet, it is now, and the caller waits a little for it.
     *
     * @return empty where it is not there yet, or cannot be made: {@link #bare} is the next best
     */
    public Optional<ReceivedFile> variant(String sha256, Variant variant) {
        Path file = directory.derived(sha256, VariantMaking.name(variant));
        Optional<PictureHeader> header =
                header(sha256).filter(known -> Variant.of(known.size()).contains(variant));
        if (header.isPresent() && !Files.exists(file)) {
            await(making.make(sha256, header.get()));
        }
        return header.flatMap(known -> whole(file));
    }

    /**
     * The picture as large as it is, with all its pixels as they were sent in, and nothing else.
     *
     * @param mediaType of JPEG, PNG or WebP
     */
    public ReceivedFile bare(String sha256, String mediaType) {
        Path file = directory.derived(sha256, BARE);
        ReceivedFile known = made.getIfPresent(file);
        return known != null && Files.exists(known.path())
                ? known
                : whole(file).orElseGet(() -> {
                    ReceivedFile bare = made(sha256, mediaType, file);
                    made.put(file, bare);
                    return bare;
                });
    }

    private ReceivedFile made(String sha256, String mediaType, Path file) {
        Path original = directory.path(sha256);
        try {
            int orientation = header(sha256).map(PictureHeader::orientation).orElse(PictureHeader.UPRIGHT);
            BarePicture bare = BarePicture.of(original, mediaType, orientation);
            if (bare.isWholeFile()) {
                return new ReceivedFile(original, Files.size(original), sha256);
            }
            ReceivedFile received = directory.receive(bare::writeTo);
            directory.placeDerived(received.path(), sha256, BARE);
            return new ReceivedFile(file, received.size(), received.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was made and is still there. */
    private Optional<ReceivedFile> whole(Path file) {
        try {
            long size = Files.size(file);
            ReceivedFile known = made.getIfPresent(file);
            if (known == null || known.size() != size) {
                try (InputStream stream = Files.newInputStream(file)) {
                    known = new ReceivedFile(file, size, Sha256.of(stream));
                }
                made.put(file, known);
            }
            return Optional.of(known);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(CompletableFuture<Void> variants) {
        if (!waiting.tryAcquire()) {
            return;
        }
        try {
            variants.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // The next best will do.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.release();
        }
    }

    /** Where the file itself is missing, nothing is known or remembered. */
    private Optional<PictureHeader> header(String sha256) {
        Optional<PictureHeader> header = headers.get(sha256, digest -> {
            try (InputStream picture = Files.newInputStream(directory.path(digest))) {
                return PictureHeader.read(picture);
            } catch (NoSuchFileException e) {
                return null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return header == null ? Optional.empty() : header;
    }
}
