package prakat.backup;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where backups of the embedded database and the files go.
 *
 * @param directory where backups are put, best on another disk, relative to the directory in which the program is started; null
 *     for no backups
 * @param keep how long each backup is kept; the last whole one stays however old it is
 */
@ConfigurationProperties("prakat.backup")
record BackupSettings(Path directory, @DefaultValue("P14D") Duration keep) {}
