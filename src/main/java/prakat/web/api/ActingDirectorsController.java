package prakat.web.api;

import java.net.URI;
import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import prakat.organisation.ActingDirector;
import prakat.organisation.ActingDirectors;
import prakat.organisation.office.Office;

/** {@code /api/groups/{code}/acting-directors}: who acts for a group's absent director, now and in time to come. */
@RestController
@RequestMapping(path = "/api/groups/{group}/acting-directors", produces = MediaType.APPLICATION_JSON_VALUE)
class ActingDirectorsController {

    private final ActingDirectors actingDirectors;
    private final Office office;
    private final Calls calls;

    ActingDirectorsController(ActingDirectors actingDirectors, Office office, Calls calls) {
        this.actingDirectors = actingDirectors;
        this.office = office;
        this.calls = calls;
    }

    record AppointmentAnswer(String id, String user, OffsetDateTime from, OffsetDateTime until, String appointedBy) {}

    @GetMapping
    List<AppointmentAnswer> list(@PathVariable String group, Principal caller) {
        return actingDirectors.list(group, calls.person(caller)).stream()
                .map(this::answer)
                .toList();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AppointmentAnswer> appoint(
            @PathVariable String group, @RequestBody(required = false) byte[] appointment, Principal caller) {
        AppointmentAnswer made = answer(actingDirectors.appoint(
                group, calls.person(caller), () -> calls.read(appointment, ActingDirectors.Appointment.class)));
        return ResponseEntity.status(HttpStatus.CREATED)
                .location(URI.create("/api/groups/" + group + "/acting-directors/" + made.id()))
                .body(made);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String group, @PathVariable String id, Principal caller) {
        actingDirectors.end(group, id, calls.person(caller));
    }

    private AppointmentAnswer answer(ActingDirector appointment) {
        return new AppointmentAnswer(
                appointment.id(),
                appointment.person(),
                office.time(appointment.from()),
                office.time(appointment.until()),
                appointment.appointedBy());
    }
}
