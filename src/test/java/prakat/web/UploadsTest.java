package prakat.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.multipart.MultipartException;
import prakat.files.FileDirectory;
import prakat.request.content.Upload;

/** What becomes of the files of a call. */
class UploadsTest {

    @TempDir
    Path files;

    @AfterEach
    void leave() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void aFullDiskIsNoFaultOfTheSender() {
        assertThat(Uploads.isOwnFailure(failure(new IOException("No space left on device"))))
                .isTrue();
        assertThat(Uploads.isOwnFailure(failure(new EOFException("the line broke"))))
                .isFalse();
        assertThat(Uploads.isOwnFailure(new MultipartException("no boundary"))).isFalse();
    }

    private static MultipartException failure(IOException cause) {
        return new MultipartException(
                "Failed to parse multipart servlet request", new IOException("Processing of it", cause));
    }

    @Test
    void whatNobodyKeepsIsGoneAtTheEndOfTheCall() throws IOException {
        FileDirectory directory = new FileDirectory(new FileDirectory.Settings(files));
        ServletRequestAttributes call = new ServletRequestAttributes(new MockHttpServletRequest());
        RequestContextHolder.setRequestAttributes(call);

        Uploads reader = new Uploads(directory);
        List<Upload> uploads = List.of(
                reader.of(new MockMultipartFile("attachments", "a.txt", null, "one".getBytes())),
                reader.of(new MockMultipartFile("attachments", "b.txt", null, "two".getBytes())));
        assertThat(uploads).extracting(Upload::name).containsExactly("a.txt", "b.txt");
        assertThat(uploads.get(0).file().path()).hasContent("one");
        assertThat(uploads.get(1).file().path()).hasContent("two");
        call.requestCompleted();

        try (Stream<Path> left = Files.list(directory.incoming())) {
            assertThat(left).isEmpty();
        }
    }
}
