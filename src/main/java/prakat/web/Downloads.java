package prakat.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import prakat.request.Requests;
import prakat.request.content.Attachment;
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
        return of(attachment.name(), attachment.mediaType(), attachment.sha256(), file.content());
    }

    /** The same for a file that is no attachment yet. */
    public static ResponseEntity<byte[]> of(String name, String mediaType, String sha256, byte[] content) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        boolean pdf = FileKind.PDF.mediaType().equals(mediaType);
        return answer.header("Content-Security-Policy", pdf ? PDF_POLICY : NOTHING_RUNS)
                .cacheControl(CacheControl.noCache())
                .eTag(sha256)
                .contentType(mediaType(mediaType, content))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition(name, mediaType).toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    private static MediaType mediaType(String mediaType, byte[] content) {
        MediaType type = MediaType.parseMediaType(mediaType);
        if (!"text".equals(type.getType())) {
            return type;
        }
        Charset charset = FileKind.charsetOf(content).orElse(StandardCharsets.UTF_8);
        return new MediaType(type, charset);
    }

    private static ContentDisposition disposition(String name, String mediaType) {
        ContentDisposition.Builder disposition =
                SHOWN.contains(mediaType) ? ContentDisposition.inline() : ContentDisposition.attachment();
        return disposition
                .filename(FileKind.safeName(name, mediaType), StandardCharsets.UTF_8)
                .build();
    }
}
