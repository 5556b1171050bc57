package prakat.backup;

import java.time.Instant;

/**
 * What the first start after a restore found and did.
 *
 * @param noticedAt when that was
 * @param backup name of the backup; null where PostgreSQL's own tools made it
 * @param lastRecordedAt of the last entry of the record that was restored: what came later is lost
 * @param inFlight requests that wait for somebody, or for their start
 * @param published what was put on the website because its start had come meanwhile
 * @param takenDown what was taken down late, or never shown, because its period was over
 * @param messagesHeld mails and calls of programs that may have been sent before, and are sent only if an administrator says so
 * @param filesCheckedAt when every file had been compared with its digest; null until then
 * @param filesMissing those that are missing or damaged, by the number of their request; null where there are none
 */
public record Restoration(
        Instant noticedAt,
        String backup,
        Instant lastRecordedAt,
        int inFlight,
        int published,
        int takenDown,
        int messagesHeld,
        Instant filesCheckedAt,
        String filesMissing) {}
