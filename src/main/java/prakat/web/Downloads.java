package prakat.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.catalina.Globals;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.StreamUtils;
import org.springframework.web.context.request.ServletWebRequest;
import prakat.request.content.StoredFile;
import prakat.screening.file.FileKind;

/**
 * How an attachment goes out: so that no browser runs it as a page, whatever is in it, and so that it does not pass through
 * the program's memory. Tomcat has the operating system send it, and a slow reader keeps no thread waiting.
 */
public final class Downloads {

    /** Kinds that a browser shows by itself and that cannot hold a script which it would run. */
    private static final Set<String> SHOWN = Set.of(
            FileKind.PDF.mediaType(),
            FileKind.JPEG.mediaType(),
            FileKind.PNG.mediaType(),
            FileKind.WEBP.mediaType(),
            FileKind.TXT.mediaType());

    private static final String NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    /** The same without the sandbox, in which no browser shows a PDF; only pages of ours may have it in place. */
    private static final String PDF_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    /** The request's attribute that holds what was {@link Sent}. */
    public static final String SENT = Sent.class.getName();

    private Downloads() {}

    /**
     * What was sent for a request, or would be again.
     *
     * @param since null where its ETag alone says whether it changed
     */
    public record Sent(StoredFile file, Instant since) {}

    /**
     * Sends a file to a reader who may have it, or the one part of it that the reader asks for. Caches ask again each time;
     * for the answer that they have it already, and for a HEAD, the file is not touched.
     *
     * @param since from when on it has been found at this address; null where its ETag alone says whether it changed
     */
    public static void send(StoredFile file, Instant since, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(SENT, new Sent(file, since));
        boolean pdf = FileKind.PDF.mediaType().equals(file.mediaType());
        response.setHeader("Content-Security-Policy", pdf ? PDF_POLICY : NOTHING_RUNS);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(file).toString());
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setContentType(mediaType(file).toString());
        String etag = '"' + file.sha256() + '"';
        if (new ServletWebRequest(request, response)
                .checkNotModified(etag, since == null ? -1 : since.toEpochMilli())) {
            return;
        }
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            response.setContentLengthLong(file.size());
            return;
        }
        List<HttpRange> ranges = ranges(request, etag);
        // A reader who asks for several parts at once may get the whole.
        long start = ranges.size() == 1 ? ranges.get(0).getRangeStart(file.size()) : 0;
        long end = ranges.size() == 1 ? ranges.get(0).getRangeEnd(file.size()) : file.size() - 1;
        if (start > end) {
            response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size());
            return;
        }
        if (ranges.size() == 1) {
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(start, end, file.size()));
        }
        send(file, start, end, request, response);
    }

    /**
     * Says of an answer that is written now that it is a file, to be saved.
     *
     * @param name Latin letters, digits, hyphens and dots
     */
    public static void describe(String name, String mediaType, HttpServletResponse response) {
        response.setContentType(mediaType);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }

    /** The parts that the reader asks for; none where it asks for the whole, or has parts of another file. */
    private static List<HttpRange> ranges(HttpServletRequest request, String etag) {
        String sameAs = request.getHeader(HttpHeaders.IF_RANGE);
        if (sameAs != null && !sameAs.equals(etag)) {
            return List.of();
        }
        try {
            return HttpRange.parseRanges(request.getHeader(HttpHeaders.RANGE));
        } catch (IllegalArgumentException e) {
            // Such a header has no meaning.
            return List.of();
        }
    }

    private static void send(
            StoredFile file, long start, long end, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        // Missing, it has no length.
        if (file.path().toFile().length() != file.size()) {
            // What was said of the file would be said of the page with the error.
            response.reset();
            throw new IllegalStateException("Missing, or not as long as it was when it was stored: " + file);
        }
        response.setContentLengthLong(end - start + 1);
        if (Boolean.TRUE.equals(request.getAttribute(Globals.SENDFILE_SUPPORTED_ATTR))) {
            request.setAttribute(Globals.SENDFILE_FILENAME_ATTR, file.path().toString());
            request.setAttribute(Globals.SENDFILE_FILE_START_ATTR, start);
            request.setAttribute(Globals.SENDFILE_FILE_END_ATTR, end + 1);
        } else {
            // Over HTTP/2.
            try (InputStream bytes = Files.newInputStream(file.path())) {
                StreamUtils.copyRange(bytes, response.getOutputStream(), start, end);
            }
        }
    }

    private static MediaType mediaType(StoredFile file) {
        MediaType type = MediaType.parseMediaType(file.mediaType());
        return file.charset() == null ? type : new MediaType(type, file.charset());
    }

    private static ContentDisposition disposition(StoredFile file) {
        ContentDisposition.Builder disposition =
                SHOWN.contains(file.mediaType()) ? ContentDisposition.inline() : ContentDisposition.attachment();
        return disposition
                .filename(FileKind.safeName(file.name(), file.mediaType()), StandardCharsets.UTF_8)
                .build();
    }
}
