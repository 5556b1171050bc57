package prakat.request.screening;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import jakarta.annotation.PreDestroy;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import prakat.organisation.office.Office;
import prakat.request.content.Attachment;
import prakat.request.content.Content;
import prakat.request.content.Revision;
import prakat.screening.Finding;

/** Has files read in the background, each once at a time, and the links of versions tried meanwhile. */
@Component
public class FileReadings {

    private static final Logger log = LoggerFactory.getLogger(FileReadings.class);

    /** The files themselves are read one after the other: this is for what is done before and after. */
    private static final int THREADS = 2;

    /** Once files have gone that nobody needs. */
    private static final LocalTime AT_NIGHT = LocalTime.of(4, 30);

    private final Screenings screenings;
    private final Map<String, CompletableFuture<Optional<List<Finding>>>> underWay = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "screening");
        thread.setDaemon(true);
        return thread;
    });

    FileReadings(Screenings screenings) {
        this.screenings = screenings;
    }

    @Bean
    static RecurringTask<Void> forgettingFindings(FileScreeningRepository files, Office office) {
        return Tasks.recurring("screened-files", Schedules.daily(office.zone(), AT_NIGHT))
                .execute((task, context) -> files.deleteOfFilesThatAreGone());
    }

    /**
     * Has those read that nobody has looked at.
     *
     * @param then what follows when all have been, or failed: it is told what was found, by digest; those that failed, and
     *     those that nobody could look at for viruses, are not among it
     */
    public void read(List<Content.File> files, Consumer<Map<String, List<Finding>>> then) {
        read(files, CompletableFuture.completedFuture(null), then);
    }

    /** The same for a version's files, and for the servers to which its links lead. */
    public void read(Revision version, Consumer<Map<String, List<Finding>>> then) {
        List<Content.File> files =
                version.attachments().stream().map(Attachment::file).toList();
        read(files, screenings.askForLinks(version), then);
    }

    private void read(
            List<Content.File> files, CompletableFuture<Void> asked, Consumer<Map<String, List<Finding>>> then) {
        Map<String, List<Finding>> read = new ConcurrentHashMap<>();
        Stream<CompletableFuture<Void>> all = files.stream()
                .map(file -> read(file).thenAccept(found -> found.ifPresent(some -> read.put(file.sha256(), some))));
        CompletableFuture.allOf(Stream.concat(all, Stream.of(asked)).toArray(CompletableFuture[]::new))
                .thenRunAsync(() -> then.accept(read), threads);
    }

    private CompletableFuture<Optional<List<Finding>>> read(Content.File file) {
        CompletableFuture<Optional<List<Finding>>> done = new CompletableFuture<>();
        CompletableFuture<Optional<List<Finding>>> earlier = underWay.putIfAbsent(file.sha256(), done);
        if (earlier != null) {
            return earlier;
        }
        threads.execute(() -> {
            Optional<List<Finding>> found = Optional.empty();
            try {
                found = screenings.read(file);
            } catch (RuntimeException e) {
                log.error("A file could not be screened", e);
            } finally {
                underWay.remove(file.sha256());
                done.complete(found);
            }
        });
        return done;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
