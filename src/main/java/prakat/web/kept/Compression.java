package prakat.web.kept;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.tomcat.util.http.parser.AcceptEncoding;
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

    /** Of Brotli's eleven: the last would make a list another tenth shorter, and take eighty times as long. */
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
        LoggerFactory.getLogger(Compression.class)
                .warn(
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

    /** The same page by each of them that this machine can. */
    static Map<Compression, byte[]> each(byte[] body) {
        Map<Compression, byte[]> compressed = new EnumMap<>(Compression.class);
        try {
            for (Compression one : AVAILABLE) {
                compressed.put(one, one.compress(body));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed;
    }

    /** The one that the reader likes best, and of those the shortest; empty where the reader named none of them. */
    static Optional<Compression> takenBy(HttpServletRequest request) throws IOException {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (accepted == null) {
            return Optional.empty();
        }
        List<AcceptEncoding> taken = AcceptEncoding.parse(new StringReader(accepted));
        Compression best = null;
        double most = 0;
        for (Compression one : AVAILABLE) {
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
