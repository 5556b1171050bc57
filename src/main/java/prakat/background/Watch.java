package prakat.background;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** Looks at something again and again, on a thread of its own, from when the program is up until it stops. */
abstract class Watch {

    private final Duration pause;
    private final ScheduledExecutorService thread;

    Watch(String name, Duration pause) {
        this.pause = pause;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            return made;
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        thread.scheduleWithFixedDelay(this::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        thread.shutdownNow();
    }

    boolean isStopped() {
        return thread.isShutdown();
    }

    /** What it throws would be the last look. */
    abstract void look();
}
