package prakat.web.kept;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.tomcat.util.http.parser.AcceptEncoding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;

/** A way to send a page in fewer bytes, as HTTP names it (RFC 9110, 8.4.1). The shortest first. */
enum Compression {

    /** Needs a library of the machine's own kind, which the JVM may write to its directory for what is temporary and run. */
    BROTLI("br") {
        @Override
        byte[] compress(byte[] body) throws IOException {
            return Encoder.compress(body, AS_LONG_AS_GZIP);
        }
    },

    GZIP("gzip") {
        @Override
        byte[] compress(byte[] body) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(body);
            }
            return bytes.toByteArray();
        }
    };

    private static final Logger log = LoggerFactory.getLogger(Compression.class);

    /** Of the qualities 0 to 11. The last would make a list another tenth shorter, and take eighty times as long. */
    private static final Encoder.Parameters AS_LONG_AS_GZIP = Encoder.Parameters.create(5);

    /** Those that this machine can. */
    private static final List<Compression> AVAILABLE = available();

    private final String code;

    Compression(String code) {
        this.code = code;
    }

    private static List<Compression> available() {
        if (Brotli4jLoader.isAvailable()) {
            return List.of(values());
        }
        log.warn(
                "Pages are sent by gzip alone, and not by Brotli: {}",
                NestedExceptionUtils.getMostSpecificCause(Brotli4jLoader.getUnavailabilityCause())
                        .toString());
        return List.of(GZIP);
    }

    /** As it stands in the header. */
    String code() {
        return code;
    }

    abstract byte[] compress(byte[] body) throws IOException;

    /** The same page by each of them that this machine can; without one that fails, for which memory may be short. */
    static Map<Compression, byte[]> each(byte[] body) {
        Map<Compression, byte[]> compressed = new EnumMap<>(Compression.class);
        for (Compression one : AVAILABLE) {
            try {
                compressed.put(one, one.compress(body));
            } catch (IOException e) {
                log.warn("A page is not sent by {}", one, e);
            }
        }
        return compressed;
    }

    /**
     * The one by which the reader likes it best, and of those the shortest, whether or not the reader likes it better as it is;
     * empty where the reader named none of them.
     */
    static Optional<Compression> takenBy(HttpServletRequest request, Set<Compression> made) throws IOException {
        Enumeration<String> named = request.getHeaders(HttpHeaders.ACCEPT_ENCODING);
        if (!named.hasMoreElements()) {
            return Optional.empty();
        }
        List<AcceptEncoding> taken = AcceptEncoding.parse(new StringReader(String.join(",", Collections.list(named))));
        Compression best = null;
        double most = 0;
        for (Compression one : made) {
            double quality = one.quality(taken);
            if (quality > most) {
                best = one;
                most = quality;
            }
        }
        return Optional.ofNullable(best);
    }

    private double quality(List<AcceptEncoding> taken) {
        for (AcceptEncoding one : taken) {
            if (one.getEncoding().equalsIgnoreCase(code)) {
                return one.getQuality();
            }
        }
        return 0;
    }
}
