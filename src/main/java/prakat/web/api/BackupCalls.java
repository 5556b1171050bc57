package prakat.web.api;

import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import prakat.backup.Backup;
import prakat.backup.Backups;
import prakat.organisation.office.Office;

/** {@code /api/backups}: administrators see the backups, and have one made. */
@RestController
@RequestMapping(path = "/api/backups", produces = MediaType.APPLICATION_JSON_VALUE)
class BackupCalls {

    private final Backups backups;
    private final Office office;
    private final Calls calls;

    BackupCalls(Backups backups, Office office, Calls calls) {
        this.backups = backups;
        this.office = office;
        this.calls = calls;
    }

    record BackupAnswer(
            String name,
            OffsetDateTime begunAt,
            OffsetDateTime endedAt,
            boolean whole,
            long bytes,
            int files,
            String problem) {}

    @GetMapping
    List<BackupAnswer> list(Principal caller) {
        return backups.list(calls.person(caller)).stream().map(this::answer).toList();
    }

    /** Answers when the backup is there. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    BackupAnswer make(Principal caller) {
        return answer(backups.make(calls.person(caller)));
    }

    private BackupAnswer answer(Backup backup) {
        return new BackupAnswer(
                backup.name(),
                office.time(backup.begunAt()),
                backup.endedAt() == null ? null : office.time(backup.endedAt()),
                backup.whole(),
                backup.bytes(),
                backup.files(),
                backup.problem());
    }
}
