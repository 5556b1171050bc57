package prakat.preview;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import prakat.files.FileDirectory;
import prakat.input.Refusal;
import prakat.request.content.StoredFile;
import prakat.screening.file.FileKind;

/**
 * The PDF by which an Office document is looked at. It is made once, by one LibreOffice at a time, when somebody wants to see it,
 * and kept beside the document.
 */
@Component
public class OfficePreviews {

    private static final Logger log = LoggerFactory.getLogger(OfficePreviews.class);

    /** Of one document; more are not shown. */
    public static final int MOST_PAGES = 100;

    private static final String PREVIEW = "preview.pdf";

    /** Who asks for more is asked to come back. */
    private static final int MOST_WAITING = 100;

    private static final int MOST_FAILED = 10_000;

    /** Where it was the machine's fault, there may be a preview a day later. */
    private static final Duration NOT_TRIED_AGAIN = Duration.ofDays(1);

    private final FileDirectory directory;
    private final Optional<LibreOffice> office;
    private final ThreadPoolExecutor making =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
                Thread thread = new Thread(work, "previews");
                thread.setDaemon(true);
                return thread;
            });

    /** By digest. */
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    /** By digest. */
    private final Cache<String, Boolean> failed = Caffeine.newBuilder()
            .expireAfterWrite(NOT_TRIED_AGAIN)
            .maximumSize(MOST_FAILED)
            .build();

    /** Looks for LibreOffice; it is started where there is something to look at. */
    OfficePreviews(FileDirectory directory, PreviewSettings settings) {
        this.directory = directory;
        office = LibreOffice.find(settings);
        making.allowCoreThreadTimeOut(true);
        if (office.isEmpty()) {
            log.warn("Office documents have no preview: LibreOffice is not installed"
                    + " (Debian: libreoffice-writer-nogui, libreoffice-calc-nogui, libreoffice-impress-nogui)");
        }
    }

    /** Whether files of that media type are looked at by a preview. */
    public static boolean areOf(String mediaType) {
        return OfficeKind.of(mediaType).isPresent();
    }

    /**
     * The preview of a document; the caller has checked that the reader may see the document.
     *
     * @return empty while it is being made, which the first who asks brings about
     * @throws Refusal where there is none, and why
     */
    public Optional<StoredFile> of(StoredFile document) {
        OfficeKind kind = OfficeKind.of(document.mediaType()).orElseThrow(Refusal::notFound);
        Path pdf = directory.derived(document.sha256(), PREVIEW);
        long size = pdf.toFile().length();
        if (size > 0) {
            String name = document.name() + ".pdf";
            return Optional.of(
                    new StoredFile(name, FileKind.PDF.mediaType(), null, size, document.sha256() + "-" + PREVIEW, pdf));
        }
        LibreOffice maker = office.orElseThrow(() -> Refusal.notFound("preview-without-office"));
        if (failed.getIfPresent(document.sha256()) != null) {
            throw Refusal.notFound("preview-failed");
        }
        begin(document.sha256(), () -> make(document, kind, maker));
        return Optional.empty();
    }

    private void begin(String sha256, Runnable work) {
        if (underWay.add(sha256)) {
            try {
                making.execute(work);
            } catch (RejectedExecutionException e) {
                underWay.remove(sha256);
            }
        }
    }

    private void make(StoredFile document, OfficeKind kind, LibreOffice maker) {
        String sha256 = document.sha256();
        boolean isMade = false;
        try {
            isMade = Files.exists(directory.derived(sha256, PREVIEW))
                    || maker.convert(document.path(), kind, pdf -> keep(pdf, sha256));
        } catch (IOException | RuntimeException e) {
            log.warn("No preview of {} was made", sha256, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!isMade) {
                failed.put(sha256, true);
            }
            underWay.remove(sha256);
        }
    }

    private void keep(InputStream pdf, String sha256) throws IOException {
        directory.placeDerived(directory.receive(pdf::transferTo).path(), sha256, PREVIEW);
    }

    /** Ends what is being made. */
    @PreDestroy
    void stop() {
        making.shutdownNow();
    }
}
