package prakat.files;

import java.io.File;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import prakat.input.Coded;
import prakat.input.Refusal;

/**
 * How much room the disks of the files and of the database have left, asked anew each time: the system knows it by heart
 * and answers within microseconds. A directory that is gone has none.
 */
@Component
public class DiskSpace {

    private static final Logger log = LoggerFactory.getLogger(DiskSpace.class);

    private final File files;
    private final File database;
    private final Settings settings;
    private final AtomicReference<Level> told = new AtomicReference<>(Level.ENOUGH);

    /**
     * What room is for what.
     *
     * @param database the embedded database's directory; empty where the database is on another machine
     * @param warnBelow room below which administrators are warned
     * @param noUploadsBelow room below which no more files come in
     * @param noChangesBelow room on the database's disk below which nothing is changed any more
     */
    @ConfigurationProperties("prakat.disk")
    record Settings(String database, DataSize warnBelow, DataSize noUploadsBelow, DataSize noChangesBelow) {}

    /** What there is room for, from the best to the worst. */
    public enum Level implements Coded {
        /** Everything. */
        ENOUGH,
        /** Everything, and administrators are warned. */
        LOW,
        /** All but files. */
        NO_UPLOADS,
        /** What changes nothing: the next write may be the one that the database does not survive. */
        NO_CHANGES
    }

    DiskSpace(FileDirectory directory, Settings settings) {
        this.files = directory.incoming().toFile();
        this.database = settings.database().isBlank() ? null : new File(settings.database());
        this.settings = settings;
    }

    /** What there is room for now; where that has become worse, it is logged. */
    public Level level() {
        long ofDatabase = database == null ? Long.MAX_VALUE : database.getUsableSpace();
        long least = Math.min(files.getUsableSpace(), ofDatabase);
        Level level;
        if (ofDatabase < settings.noChangesBelow().toBytes()) {
            level = Level.NO_CHANGES;
        } else if (least < settings.noUploadsBelow().toBytes()) {
            level = Level.NO_UPLOADS;
        } else {
            level = least < settings.warnBelow().toBytes() ? Level.LOW : Level.ENOUGH;
        }
        tell(level, least);
        return level;
    }

    /**
     * Refuses a file where there is no room for it.
     *
     * @throws Refusal where no more files come in
     */
    public void ensureForFiles() {
        if (level().compareTo(Level.NO_UPLOADS) >= 0) {
            throw Refusal.full("no-uploads");
        }
    }

    /** Once each time that it is worse than before; better only once it is well, so that a disk at the edge fills no log. */
    private void tell(Level level, long bytes) {
        Level before = told.get();
        long megabytes = DataSize.ofBytes(bytes).toMegabytes();
        if (level.compareTo(before) > 0 && told.compareAndSet(before, level)) {
            log.warn(
                    "{} MB are left on the disk of {}: {}",
                    megabytes,
                    database == null ? files : files + " or " + database,
                    switch (level) {
                        case NO_CHANGES -> "nothing is changed any more, but published information can be read";
                        case NO_UPLOADS -> "no more files come in";
                        default -> "it is time to make room";
                    });
        } else if (level == Level.ENOUGH && before != Level.ENOUGH && told.compareAndSet(before, level)) {
            log.info("{} MB are left on the disk: enough again", megabytes);
        }
    }
}
