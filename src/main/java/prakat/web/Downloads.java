package prakat.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import prakat.request.Attachment;
import prakat.request.Requests;
import prakat.screening.FileKind;

/** How an attachment goes out: so that no browser runs it as a page, whatever is in it. */
public final class Downloads {

    /** Kinds that a browser shows by itself and that cannot hold a script which it would run. */
    private static final Set<String> SHOWN = Set.of(
            FileKind.PDF.mediaType(),
            FileKind.JPEG.mediaType(),
            FileKind.PNG.mediaType(),
            FileKind.WEBP.mediaType(),
            FileKind.TXT.mediaType());

    private Downloads() {}

    /** The file, for a reader who may have it; caches ask again each time. */
    public static ResponseEntity<byte[]> of(Requests.File file) {
        Attachment attachment = file.attachment();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        // Browsers show no PDF in a sandbox; what a PDF can do, it does in the browser's own viewer.
        if (!FileKind.PDF.mediaType().equals(attachment.mediaType())) {
            answer.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        }
        return answer.cacheControl(CacheControl.noCache())
                .eTag(attachment.sha256())
                .contentType(mediaType(file))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(attachment).toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(file.content());
    }

    private static MediaType mediaType(Requests.File file) {
        MediaType type = MediaType.parseMediaType(file.attachment().mediaType());
        if (!"text".equals(type.getType())) {
            return type;
        }
        Charset charset = FileKind.charsetOf(file.content()).orElse(StandardCharsets.UTF_8);
        return new MediaType(type, charset);
    }

    private static ContentDisposition disposition(Attachment attachment) {
        ContentDisposition.Builder disposition =
                SHOWN.contains(attachment.mediaType()) ? ContentDisposition.inline() : ContentDisposition.attachment();
        return disposition
                .filename(FileKind.safeName(attachment.name(), attachment.mediaType()), StandardCharsets.UTF_8)
                .build();
    }
}
