package prakat.web.api;

import java.security.Principal;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import prakat.request.RequestCommands;
import prakat.request.record.ReviewDecision;

/** What is decided on something while it is on the website, besides its extension. */
@RestController
@RequestMapping(path = "/api/requests/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class UpkeepController {

    private final RequestCommands commands;
    private final RequestCalls requestCalls;

    UpkeepController(RequestCommands commands, RequestCalls requestCalls) {
        this.commands = commands;
        this.requestCalls = requestCalls;
    }

    /** The owner, asked before the end, lets the period end. */
    @PostMapping("/lapse")
    RequestAnswer lapse(@PathVariable String id, Principal caller, Locale locale) {
        return requestCalls.answer(caller, locale, person -> commands.lapse(id, person));
    }

    /** A web officer's decision on whether it is still current. */
    @PostMapping(path = "/review", consumes = MediaType.APPLICATION_JSON_VALUE)
    RequestAnswer review(
            @PathVariable String id, @RequestBody(required = false) byte[] decision, Principal caller, Locale locale) {
        return requestCalls.answer(id, decision, ReviewDecision.class, caller, locale, commands::review);
    }
}
