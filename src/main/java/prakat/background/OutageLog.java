package prakat.background;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import prakat.input.DatabaseFailure;

/**
 * Keeps stack traces of a database that is away out of the log, of which everything that works beside the pages writes one
 * every few seconds: {@link DatabaseWatch} says once that it is away, and once that it is back.
 */
@Component
@Profile("postgres")
class OutageLog extends TurboFilter {

    private static final org.slf4j.Logger log = LoggerFactory.getLogger(OutageLog.class);

    private final ILoggerFactory loggers = LoggerFactory.getILoggerFactory();

    @PostConstruct
    void install() {
        if (loggers instanceof LoggerContext context) {
            context.addTurboFilter(this);
        }
        // The scheduler lets threads end where it can note no result; the log alone passes here.
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> log.error("The thread {} has ended", thread.getName(), failure));
    }

    @PreDestroy
    void remove() {
        if (loggers instanceof LoggerContext context) {
            context.getTurboFilterList().remove(this);
        }
    }

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] arguments, Throwable failure) {
        return DatabaseFailure.isAbsence(failure != null ? failure : last(arguments))
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }

    /** Where it comes after what the text names, it is one of the arguments. */
    private static Throwable last(Object[] arguments) {
        return arguments != null && arguments.length > 0 && arguments[arguments.length - 1] instanceof Throwable failure
                ? failure
                : null;
    }
}
