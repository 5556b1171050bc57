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

    private static final String NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    /** The same save for the sandbox, in which no browser shows a PDF; only pages of ours may have it in place. */
    private static final String PDF_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private Downloads() {}

    /** The file, for a reader who may have it; caches ask again each time. */
    public static ResponseEntity<byte[]> of(Requests.File file) {
        Attachment attachment = file.attachment();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        boolean pdf = FileKind.PDF.mediaType().equals(attachment.mediaType());
        return answer.header("Content-Security-Policy", pdf ? PDF_POLICY : NOTHING_RUNS)
                .cacheControl(CacheControl.noCache())
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
