package prakat.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import prakat.files.DiskSpace;
import prakat.files.DiskSpace.Level;

/** Which calls a full disk stops before anything of them is read, and which go on. */
class DiskSpaceFilterTest {

    private static final int SMALL = 1000;
    private static final int LARGE = 3_000_000;

    private final DiskSpace space = mock(DiskSpace.class);
    private final ProblemWriter problems = mock(ProblemWriter.class);

    @ParameterizedTest
    @CsvSource({
        "LOW, POST, /api/requests, " + LARGE + ", true",
        "NO_UPLOADS, POST, /api/requests, " + LARGE + ", false",
        "NO_UPLOADS, POST, /desk/new/1, " + LARGE + ", false",
        "NO_UPLOADS, POST, /engine-rest/process-definition/key/publication/start, " + LARGE + ", false",
        "NO_UPLOADS, POST, /api/requests, -1, false",
        "NO_UPLOADS, POST, /api/requests, " + SMALL + ", true",
        "NO_UPLOADS, POST, /api/requests/1/certification, " + SMALL + ", true",
        "NO_CHANGES, POST, /api/requests/1/certification, " + SMALL + ", false",
        "NO_CHANGES, POST, /desk/requests/1/decide, " + SMALL + ", false",
        "NO_CHANGES, DELETE, /desk/drafts/1/files/1, 0, false",
        "NO_CHANGES, POST, /camunda/api/engine/engine/default/task/1/submit-form, " + SMALL + ", false",
        "NO_CHANGES, POST, /camunda/api/engine/engine/default/task, " + SMALL + ", true",
        "NO_CHANGES, GET, /news/2570-00001, 0, true",
        "NO_CHANGES, POST, /api/requests/1/withdrawal, " + SMALL + ", true",
        "NO_CHANGES, POST, /desk/requests/1/withdraw, " + SMALL + ", true",
        "NO_CHANGES, POST, /login, " + SMALL + ", true",
    })
    void whatThereIsRoomForGoesOn(Level level, String method, String path, int length, boolean goesOn)
            throws ServletException, IOException {
        when(space.level()).thenReturn(level);
        MockHttpServletRequest call = new MockHttpServletRequest(method, path);
        call.setContentType("multipart/form-data; boundary=x");
        if (length >= 0) {
            call.setContent(new byte[length]);
        }
        assertThat(passes(call)).isEqualTo(goesOn);
    }

    @Test
    void aTextOfUnknownLengthIsNoFile() throws ServletException, IOException {
        when(space.level()).thenReturn(Level.NO_UPLOADS);
        MockHttpServletRequest call = new MockHttpServletRequest("POST", "/api/requests/1/certification");
        call.setContentType("application/json");
        assertThat(passes(call)).isTrue();
    }

    private boolean passes(MockHttpServletRequest call) throws ServletException, IOException {
        MockFilterChain chain = new MockFilterChain();
        new DiskSpaceFilter(space, problems).doFilter(call, new MockHttpServletResponse(), chain);
        return chain.getRequest() != null;
    }
}
