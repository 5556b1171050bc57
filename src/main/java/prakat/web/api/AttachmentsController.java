package prakat.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import prakat.request.query.Requests;
import prakat.web.Downloads;

/** The files of requests, of the present version and of earlier ones. */
@RestController
class AttachmentsController {

    private final Requests requests;
    private final Calls calls;

    AttachmentsController(Requests requests, Calls calls) {
        this.requests = requests;
        this.calls = calls;
    }

    @GetMapping("/api/requests/{id}/attachments/{n}")
    void ofPresentVersion(
            @PathVariable String id,
            @PathVariable int n,
            Principal caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Downloads.send(requests.attachment(id, n, calls.person(caller)), null, request, response);
    }

    @GetMapping("/api/requests/{id}/revisions/{round}/attachments/{n}")
    void ofVersion(
            @PathVariable String id,
            @PathVariable int round,
            @PathVariable int n,
            Principal caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Downloads.send(requests.attachment(id, round, n, calls.person(caller)), null, request, response);
    }
}
