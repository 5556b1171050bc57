package prakat.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import prakat.preview.OfficePreviews;
import prakat.request.content.StoredFile;
import prakat.request.query.Requests;
import prakat.web.Downloads;
import prakat.web.PictureFiles;

/** The files of requests, of the present version and of earlier ones. */
@RestController
class AttachmentsController {

    /** In seconds; LibreOffice takes about as many. */
    private static final String A_MOMENT = "2";

    private final Requests requests;
    private final OfficePreviews previews;
    private final PictureFiles pictures;
    private final Calls calls;

    AttachmentsController(Requests requests, OfficePreviews previews, PictureFiles pictures, Calls calls) {
        this.requests = requests;
        this.previews = previews;
        this.pictures = pictures;
        this.calls = calls;
    }

    @GetMapping("/api/requests/{id}/attachments/{n}")
    void ofPresentVersion(
            @PathVariable String id,
            @PathVariable int n,
            @RequestParam(required = false) String width,
            Principal caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        send(requests.attachment(id, n, calls.person(caller)), width, request, response);
    }

    /** The PDF by which an Office document is looked at. */
    @GetMapping("/api/requests/{id}/attachments/{n}/preview")
    void previewOfPresentVersion(
            @PathVariable String id,
            @PathVariable int n,
            Principal caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<StoredFile> preview = previews.of(requests.attachment(id, n, calls.person(caller)));
        if (preview.isPresent()) {
            Downloads.send(preview.get(), null, request, response);
        } else {
            response.setStatus(HttpStatus.ACCEPTED.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, A_MOMENT);
        }
    }

    @GetMapping("/api/requests/{id}/revisions/{round}/attachments/{n}")
    void ofVersion(
            @PathVariable String id,
            @PathVariable int round,
            @PathVariable int n,
            @RequestParam(required = false) String width,
            Principal caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        send(requests.attachment(id, round, n, calls.person(caller)), width, request, response);
    }

    /** As it was sent in, with all that the camera wrote; a picture in one of its widths where one is asked for. */
    private void send(StoredFile file, String width, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Downloads.send(width == null ? file : pictures.variant(file, width), null, request, response);
    }
}
