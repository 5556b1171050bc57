package prakat.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import prakat.request.content.StoredFile;

/** What a reader gets of a file, and what is read of it meanwhile. */
class DownloadsTest {

    private static final String SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final Instant SINCE = Instant.parse("2026-11-22T03:15:30.5Z");

    @TempDir
    Path directory;

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");

    @Test
    void theWholeFileIsSentUnlessAPartIsAskedFor() throws IOException {
        MockHttpServletResponse response = send(file("0123456789"));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString()).isEqualTo("0123456789");
        assertThat(response.getHeader("Content-Length")).isEqualTo("10");
        assertThat(response.getHeader("ETag")).isEqualTo('"' + SHA256 + '"');
        assertThat(response.getHeader("Last-Modified")).isEqualTo("Sun, 22 Nov 2026 03:15:30 GMT");
        assertThat(response.getHeader("Accept-Ranges")).isEqualTo("bytes");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, bytes 0-0/10",
        "bytes=2-4, 234, bytes 2-4/10",
        "bytes=7-, 789, bytes 7-9/10",
        "bytes=-3, 789, bytes 7-9/10",
        "bytes=5-100, 56789, bytes 5-9/10"
    })
    void onePartIsSentAlone(String range, String part, String place) throws IOException {
        request.addHeader("Range", range);
        request.addHeader("If-Range", '"' + SHA256 + '"');

        MockHttpServletResponse response = send(file("0123456789"));

        assertThat(response.getStatus()).isEqualTo(206);
        assertThat(response.getContentAsString()).isEqualTo(part);
        assertThat(response.getHeader("Content-Range")).isEqualTo(place);
        assertThat(response.getHeader("Content-Length")).isEqualTo(String.valueOf(part.length()));
    }

    @ParameterizedTest
    @CsvSource({"'bytes=0-1,3-4', ", "bytes=4-2, ", "lines=1-2, ", "bytes=2-4, \"of another file\""})
    void anythingElseIsTheWhole(String range, String ifRange) throws IOException {
        request.addHeader("Range", range);
        if (ifRange != null) {
            request.addHeader("If-Range", ifRange);
        }

        MockHttpServletResponse response = send(file("0123456789"));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString()).isEqualTo("0123456789");
    }

    @Test
    void aPartBehindTheEndCannotBeHad() throws IOException {
        request.addHeader("Range", "bytes=10-");

        MockHttpServletResponse response = send(file("0123456789"));

        assertThat(response.getStatus()).isEqualTo(416);
        assertThat(response.getHeader("Content-Range")).isEqualTo("bytes */10");
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "If-None-Match, \"" + SHA256 + "\"",
        "If-None-Match, W/\"" + SHA256 + "\"",
        "If-Modified-Since, 'Sun, 22 Nov 2026 03:15:30 GMT'"
    })
    void whoHasItAlreadyIsToldSoThoughTheStoreIsAway(String header, String value) throws IOException {
        request.addHeader(header, value);

        MockHttpServletResponse response = send(missing());

        assertThat(response.getStatus()).isEqualTo(304);
        assertThat(response.getHeader("ETag")).isEqualTo('"' + SHA256 + '"');
    }

    @Test
    void aFileThatIsMissingLeavesNothingOfItselfToThePageThatSaysSo() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        assertThatThrownBy(() -> Downloads.send(missing(), SINCE, request, response))
                .hasMessageContaining("Missing");
        assertThat(response.getHeaderNames()).isEmpty();
        assertThat(response.getContentType()).isNull();
    }

    @Test
    void whoAsksForTheHeadIsToldTheLengthThoughTheStoreIsAway() throws IOException {
        request.setMethod("HEAD");
        request.addHeader("Range", "bytes=2-4");

        MockHttpServletResponse response = send(missing());

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Content-Length")).isEqualTo("10");
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    private MockHttpServletResponse send(StoredFile file) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        Downloads.send(file, SINCE, request, response);
        return response;
    }

    private StoredFile file(String content) throws IOException {
        Path path = Files.writeString(directory.resolve(SHA256), content);
        return new StoredFile("a.pdf", "application/pdf", null, content.length(), SHA256, path);
    }

    private StoredFile missing() {
        return new StoredFile("a.pdf", "application/pdf", null, 10, SHA256, directory.resolve("away"));
    }
}
