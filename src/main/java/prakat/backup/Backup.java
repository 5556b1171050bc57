package prakat.backup;

import java.time.Instant;

/**
 * A backup that was made, is under way, or failed.
 *
 * @param name of its directory below that of all backups
 * @param endedAt null while it is under way
 * @param whole whether it came to its end, so that the office can be restored from it
 * @param bytes of the database's copy and of the files that earlier backups did not have
 * @param files how many files belong to it
 * @param problem why it failed, or the files that were missing or damaged when it was made; null otherwise
 */
public record Backup(
        String name, Instant begunAt, Instant endedAt, boolean whole, long bytes, int files, String problem) {}
