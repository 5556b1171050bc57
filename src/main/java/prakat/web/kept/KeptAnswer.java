package prakat.web.kept;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;
import org.springframework.web.context.request.ServletWebRequest;
import prakat.web.Downloads;

/**
 * An answer with the status 200.
 *
 * @param pattern of the door that gave it, for the metrics
 * @param contentType null where the content says so itself
 */
record KeptAnswer(String pattern, List<Header> headers, String contentType, Content content) {

    /** About what the headers take, in bytes. */
    private static final int HEADERS = 1024;

    private record Header(String name, String value) {}

    /** What follows the headers. */
    private sealed interface Content {

        void send(HttpServletRequest request, HttpServletResponse response) throws IOException;

        int size();

        /** Whether it can be sent. */
        default boolean isThere() {
            return true;
        }
    }

    /** What was written, as it was and in fewer bytes, as most readers take it. */
    private record Page(String etag, byte[] plain, Map<Compression, byte[]> compressed) implements Content {

        @Override
        public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            if (isKnown(request, response)) {
                return;
            }
            byte[] body = plain;
            Optional<Compression> taken = Compression.takenBy(request, compressed.keySet());
            if (taken.isPresent()) {
                body = compressed.get(taken.get());
                response.setHeader(HttpHeaders.CONTENT_ENCODING, taken.get().code());
            }
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }

        /** Tells a reader so who has it already, or who has anything at all and asks for no more. */
        private boolean isKnown(HttpServletRequest request, HttpServletResponse response) {
            if (!"*".equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
                return new ServletWebRequest(request, response).checkNotModified(etag);
            }
            response.setHeader(HttpHeaders.ETAG, etag);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return true;
        }

        @Override
        public int size() {
            return plain.length
                    + compressed.values().stream().mapToInt(body -> body.length).sum();
        }
    }

    /** A file, which stays on the disk. */
    private record File(Downloads.Sent sent) implements Content {

        @Override
        public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Downloads.send(sent.file(), sent.since(), request, response);
        }

        @Override
        public int size() {
            return 0;
        }

        /** What was made of a picture may be removed, and is made again. */
        @Override
        public boolean isThere() {
            return sent.file().path().toFile().length() == sent.file().size();
        }
    }

    /** @param body all that was written */
    static KeptAnswer page(String pattern, HttpServletResponse answered, byte[] body) {
        // Weak, since it stands for all of them: the same page in other bytes.
        String etag = "W/\"" + DigestUtils.md5DigestAsHex(body) + '"';
        return new KeptAnswer(
                pattern, headers(answered), answered.getContentType(), new Page(etag, body, Compression.each(body)));
    }

    /** @param answered to a reader who got all of the file */
    static KeptAnswer file(String pattern, HttpServletResponse answered, Downloads.Sent sent) {
        return new KeptAnswer(pattern, headers(answered), null, new File(sent));
    }

    private static List<Header> headers(HttpServletResponse answered) {
        List<Header> headers = new ArrayList<>();
        for (String name : answered.getHeaderNames()) {
            answered.getHeaders(name).forEach(value -> headers.add(new Header(name, value)));
        }
        return List.copyOf(headers);
    }

    /** Whether all that it takes is still at hand. */
    boolean isThere() {
        return content.isThere();
    }

    /** Answers a reader who asked for the same. */
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        headers.forEach(header -> response.addHeader(header.name(), header.value()));
        if (contentType != null) {
            response.setContentType(contentType);
        }
        sendContent(request, response);
    }

    /** Answers the reader for whom it was made, whose answer has all of the headers but those of the content. */
    void sendContent(HttpServletRequest request, HttpServletResponse response) throws IOException {
        content.send(request, response);
    }

    /** About how much memory it takes, in bytes. */
    int size() {
        return HEADERS + content.size();
    }
}
