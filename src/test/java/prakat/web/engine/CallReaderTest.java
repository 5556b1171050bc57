package prakat.web.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import prakat.files.FileDirectory;
import prakat.input.Refusal;
import prakat.request.content.FileVariables;

/** What a call of the engine's REST brings, cut into its JSON and its files. */
class CallReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEXT = "ประกาศรับสมัครงาน";

    @TempDir
    Path files;

    private FileDirectory directory;
    private CallReader calls;

    @BeforeEach
    void prepare() {
        directory = new FileDirectory(new FileDirectory.Settings(files));
        calls = new CallReader(directory, JSON);
    }

    @AfterEach
    void nothingStaysOnTheDisk() throws IOException {
        calls.end();
        assertThat(FileVariables.get("plan")).isEmpty();
        try (Stream<Path> left = Files.list(directory.incoming())) {
            assertThat(left).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'variables': {'plan': {'type': 'File', 'value': '%s', 'valueInfo': {'filename': 'a.txt'}}, 'n': {'value': 1}}}",
                "{'variables': {'n': {'value': 1}, 'plan': {'valueInfo': {'filename': 'a.txt'}, 'value': '%s', 'type': 'File'}}}"
            })
    void aFileLeavesTheJsonWhateverStandsFirst(String call) throws IOException {
        ObjectNode rest = read(call.formatted(base64(TEXT.getBytes(StandardCharsets.UTF_8))));

        assertThat(rest.at("/variables/plan/value").asText("?")).isEmpty();
        assertThat(rest.at("/variables/plan/type").asText()).isEqualTo("File");
        assertThat(rest.at("/variables/plan/valueInfo/filename").asText()).isEqualTo("a.txt");
        assertThat(rest.at("/variables/n/value").asInt()).isEqualTo(1);
        assertThat(FileVariables.get("plan").orElseThrow().path()).hasContent(TEXT);
        assertThat(FileVariables.get("n")).isEmpty();
    }

    @Test
    void onlyTheValueOfAFileVariableIsAFile() throws IOException {
        String call =
                """
                {'type': 'File', 'value': 'QQ==', 'variables': {'title': {'type': 'String', 'value': 'QQ=='},
                 'list': [{'type': 'File', 'value': 'QQ=='}], 'plan': {'x': {'type': 'File', 'value': 'QQ=='}},
                 'empty': {'type': 'File', 'value': null}}, 'other': {'plan': {'type': 'File', 'value': 'QQ=='}},
                 'inner': {'variables': {'plan': {'type': 'File', 'value': 'QQ=='}}}}""";

        assertThat(read(call)).isEqualTo(JSON.readTree(call.replace('\'', '"')));
        assertThat(FileVariables.get("plan")).isEmpty();
        assertThat(FileVariables.get("empty")).isEmpty();
    }

    @Test
    void aFileMayBeLargeAndTheRestMayNot() throws IOException {
        byte[] large = new byte[20 * 1024 * 1024];
        read("{'variables': {'plan': {'value': '" + base64(large) + "', 'type': 'File'}}}");
        assertThat(FileVariables.get("plan").orElseThrow().size()).isEqualTo(large.length);
        calls.end();

        String text = "a".repeat(5 * 1024 * 1024);
        assertThat(refused("{'variables': {'title': {'value': '" + text + "'}}}"))
                .isEqualTo(Refusal.Kind.TOO_LARGE);
        assertThat(refused("{'variables': {'plan': {'type': '" + text + "'}}}")).isEqualTo(Refusal.Kind.INVALID);
        assertThat(refused("{'variables': {'plan': {'value': '" + base64(large) + base64(large) + "'}}}"))
                .isEqualTo(Refusal.Kind.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "'variables'",
                "{'variables': {'plan': {'type': 'File', 'value': 'QQ=='",
                "{'variables': {'plan': {'type': 'File', 'value': '*'}}}",
                "{'variables': {'plan': {'type': 'File', 'value': 'QQ=='}}, 'variables': {'plan': {'value': 'QUI='}}}",
                "{'variables': {'plan': {'type': 'File', 'value': 'QQ==', 'value': 'QUI='}}}"
            })
    void whatIsNoCallIsRefused(String call) {
        assertThat(refused(call)).isEqualTo(Refusal.Kind.INVALID);
    }

    @Test
    void whatBreaksOffInTheMiddleOfALetterIsRefused() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContent(Arrays.copyOf("{\"a\": 1}".getBytes(Charset.forName("UTF-32BE")), 6));
        assertThat(catchThrowableOfType(Refusal.class, () -> calls.read(request)))
                .isNotNull();
    }

    @Test
    void nothingIsAnEmptyCall() throws IOException {
        assertThat(read("")).isEmpty();
    }

    private ObjectNode read(String call) throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContent(call.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        return calls.read(request);
    }

    private Refusal.Kind refused(String call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(call));
        calls.end();
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.kind();
    }

    private static String base64(byte[] content) {
        return Base64.getEncoder().encodeToString(content);
    }
}
