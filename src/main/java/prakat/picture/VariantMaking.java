package prakat.picture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import prakat.child.ChildProcess;
import prakat.files.DiskSpace;
import prakat.files.FileDirectory;

/**
 * Has variants made, one picture after the other, by a process of its own: a decoder that fills its memory, never ends or
 * fails takes nothing from the program. The process is kept for a while, since pictures come as albums.
 */
@Component
class VariantMaking {

    private static final Logger log = LoggerFactory.getLogger(VariantMaking.class);

    private static final Duration KEPT_IDLE = Duration.ofSeconds(20);
    private static final Duration TO_START = Duration.ofSeconds(10);

    private final FileDirectory directory;
    private final DiskSpace space;
    private final PictureSettings settings;
    private final Map<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    /** Those that are not tried again for now. */
    private final Cache<String, Boolean> failed = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "pictures");
        thread.setDaemon(true);
        return thread;
    });

    /** The worker's alone, but for the end. */
    private volatile ChildProcess scaler;

    private int jobs;

    VariantMaking(FileDirectory directory, DiskSpace space, PictureSettings settings) {
        this.directory = directory;
        this.space = space;
        this.settings = settings;
    }

    /** What a variant is called beside the file of which it was made. */
    static String name(Variant variant) {
        return variant.width() + ".jpg";
    }

    /** Makes all of a picture where one is missing; pictures in the order in which they were asked for. What comes back ends once that is tried. */
    CompletableFuture<Void> make(String sha256, PictureHeader picture) {
        return areThere(sha256, picture) || failed.getIfPresent(sha256) != null
                ? CompletableFuture.completedFuture(null)
                : underWay.computeIfAbsent(
                        sha256, digest -> CompletableFuture.runAsync(() -> makeNow(digest, picture), worker));
    }

    private boolean areThere(String sha256, PictureHeader picture) {
        return Variant.of(picture.size()).stream()
                .allMatch(variant -> Files.exists(directory.derived(sha256, name(variant))));
    }

    private void makeNow(String sha256, PictureHeader picture) {
        Map<Variant, Path> made = new EnumMap<>(Variant.class);
        Variant.of(picture.size())
                .forEach(variant -> made.put(
                        variant, directory.incoming().resolve(UUID.randomUUID().toString())));
        try {
            // There is room for what readers only see faster as long as there is some for what comes in.
            if (space.level().compareTo(DiskSpace.Level.NO_UPLOADS) < 0) {
                scale(new Scaler.Job(
                        directory.path(sha256),
                        picture.orientation(),
                        made.entrySet().stream()
                                .map(each -> target(each.getKey(), picture, each.getValue()))
                                .toList()));
                made.forEach((variant, file) -> directory.placeDerived(file, sha256, name(variant)));
            }
        } catch (IOException | RuntimeException e) {
            failed.put(sha256, true);
            log.warn("Of a picture no smaller ones are made, {}: {}", sha256, e.getMessage());
        } finally {
            made.values().forEach(directory::discard);
            underWay.remove(sha256);
        }
    }

    private static Scaling.Target target(Variant variant, PictureHeader picture, Path file) {
        PictureSize size = variant.size(picture.size());
        return new Scaling.Target(size.width(), size.height(), file);
    }

    private void scale(Scaler.Job job) throws IOException {
        boolean isNew = scaler == null;
        if (isNew) {
            scaler = ChildProcess.start(Scaler.class, settings.memory());
        }
        int number = ++jobs;
        String failure;
        try {
            failure = scaler.within(isNew ? settings.time().plus(TO_START) : settings.time(), (said, answers) -> {
                job.write(said);
                return answers.readUTF();
            });
        } catch (IOException e) {
            end();
            throw new IOException("it takes too much memory or time", e);
        }
        worker.schedule(() -> endUnlessUsedSince(number), KEPT_IDLE.toSeconds(), TimeUnit.SECONDS);
        if (!failure.isEmpty()) {
            throw new IOException(failure);
        }
    }

    private void endUnlessUsedSince(int job) {
        if (jobs == job) {
            end();
        }
    }

    private void end() {
        if (scaler != null) {
            scaler.end();
            scaler = null;
        }
    }

    /** What is being made is not made to its end. */
    @PreDestroy
    void stop() {
        worker.shutdownNow();
        end();
    }
}
