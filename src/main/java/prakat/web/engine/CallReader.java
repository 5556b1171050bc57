package prakat.web.engine;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.Base64Variant.PaddingReadBehaviour;
import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import prakat.files.FileDirectory;
import prakat.files.ReceivedFile;
import prakat.input.Refusal;
import prakat.request.content.FileVariables;
import prakat.web.Uploads;

/**
 * Reads the JSON that a call of the engine's REST brings. Its files stand in it as Base64 and are written to the disk while
 * they are read; only the rest of the call is ever in memory.
 */
@Component
class CallReader {

    /** In bytes, files included. */
    private static final int LARGEST_CALL = 32 * 1024 * 1024;

    /** In bytes, without its files: more than a submission's texts can be. */
    private static final int LARGEST_REST = 4 * 1024 * 1024;

    private static final int MOST_FILES = 100;

    private static final String VARIABLES = "variables";
    private static final String TYPE = "type";
    private static final String FILE = "File";
    private static final String VALUE = "value";

    private static final Base64Variant BASE64 =
            Base64Variants.MIME_NO_LINEFEEDS.withReadPadding(PaddingReadBehaviour.PADDING_ALLOWED);

    /** What a call says twice, it does not say. */
    private static final JsonFactory PARSERS = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LARGEST_REST)
                    .build())
            .build();

    private final FileDirectory directory;
    private final ObjectMapper json;

    CallReader(FileDirectory directory, ObjectMapper json) {
        this.directory = directory;
        this.json = json;
    }

    /**
     * Reads a call; its files are the current {@link FileVariables} from then on.
     *
     * @return the call, with an empty text in the place of each file
     * @throws Refusal where it is too large, or no JSON object
     */
    ObjectNode read(HttpServletRequest request) throws IOException {
        Path body = directory.spool(request.getInputStream(), LARGEST_CALL);
        Map<String, ReceivedFile> files = new HashMap<>();
        FileVariables.begin(files);
        try {
            if (Files.size(body) > LARGEST_CALL) {
                throw Uploads.tooLarge();
            }
            JsonNode rest = rest(body, fileVariables(body), files);
            if (!rest.isObject()) {
                throw Refusal.invalid(VARIABLES, "json");
            }
            return (ObjectNode) rest;
        } catch (JacksonException | CharConversionException e) {
            throw Refusal.invalid(VARIABLES, "json");
        } finally {
            directory.discard(body);
        }
    }

    /** The call is over: what nobody kept of its files is removed. */
    void end() {
        FileVariables.end().forEach(file -> directory.discard(file.path()));
    }

    /** The names of the variables that are files, found before anything is read: what it is may stand behind a value. */
    private static Set<String> fileVariables(Path body) throws IOException {
        Set<String> names = new HashSet<>();
        Map<String, Long> lengths = new HashMap<>();
        try (JsonParser parser = PARSERS.createParser(body.toFile())) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                long start = parser.currentTokenLocation().getByteOffset();
                String variable = variable(parser);
                boolean value = token == JsonToken.VALUE_STRING && variable != null && isNamed(parser, VALUE);
                if (token == JsonToken.VALUE_STRING
                        && variable != null
                        && isNamed(parser, TYPE)
                        && parser.getText().equals(FILE)) {
                    names.add(variable);
                }
                token = parser.nextToken();
                if (value) {
                    lengths.put(variable, parser.currentTokenLocation().getByteOffset() - start);
                }
            }
        }
        lengths.keySet().retainAll(names);
        long rest = Files.size(body)
                - lengths.values().stream().mapToLong(Long::longValue).sum();
        if (rest > LARGEST_REST || names.size() > MOST_FILES) {
            throw Uploads.tooLarge();
        }
        return names;
    }

    private JsonNode rest(Path body, Set<String> fileVariables, Map<String, ReceivedFile> files) throws IOException {
        try (JsonParser parser = PARSERS.createParser(body.toFile());
                TokenBuffer rest = new TokenBuffer(json, false)) {
            while (parser.nextToken() != null) {
                String variable = variable(parser);
                if (parser.currentToken() == JsonToken.VALUE_STRING
                        && isNamed(parser, VALUE)
                        && fileVariables.contains(variable)) {
                    files.put(variable, directory.receive(out -> decode(parser, out)));
                    rest.writeString("");
                } else {
                    rest.copyCurrentEvent(parser);
                }
            }
            return Files.size(body) == 0 ? json.createObjectNode() : json.readTree(rest.asParser());
        }
    }

    private static void decode(JsonParser parser, OutputStream out) throws IOException {
        try {
            parser.readBinaryValue(BASE64, out);
        } catch (IllegalArgumentException e) {
            // No Base64.
            throw Refusal.invalid(VARIABLES, "json");
        }
    }

    /** The variable of which the parser is at a field; null where it is elsewhere. */
    private static String variable(JsonParser parser) {
        JsonStreamContext variables = parser.getParsingContext().getParent();
        JsonStreamContext call = variables == null ? null : variables.getParent();
        return call != null
                        && call.getParent() != null
                        && call.getParent().inRoot()
                        && VARIABLES.equals(call.getCurrentName())
                ? variables.getCurrentName()
                : null;
    }

    private static boolean isNamed(JsonParser parser, String name) throws IOException {
        return name.equals(parser.currentName());
    }
}
