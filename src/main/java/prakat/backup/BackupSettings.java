package prakat.backup;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where backups of the embedded database and the files go.
 *
 * @param directory best on another disk; null for no backups. Relative to the directory in which the program is started
 * @param keep how long each is kept; the last whole one stays however old it is
 */
@ConfigurationProperties("prakat.backup")
record BackupSettings(Path directory, @DefaultValue("P14D") Duration keep) {}
