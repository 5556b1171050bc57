package prakat.web.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import prakat.organisation.Person;

/** Every call that the engine's REST knows, read off it: whose it is. */
class EngineCallRulesTest {

    private static final Person STAFF =
            new Person("staff", "staff", Set.of("finance"), Set.of(), Set.of(), false, false, false);
    private static final Person ADMINISTRATOR =
            new Person("admin", "admin", Set.of(), Set.of(), Set.of(), false, false, true);

    /** A call that an update of the engine brings is nobody's until somebody writes it into the file. */
    @Test
    void whatIsOpenIsWhatTheFileSays() throws IOException {
        List<String> expected = new ClassPathResource("engine-calls.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<EngineCall> known =
                calls("", DefaultProcessEngineRestServiceImpl.class).distinct().toList();
        assertThat(known).as("read off the engine").hasSizeGreaterThan(400);
        assertThat(Stream.concat(
                                open("everybody", known.stream(), STAFF),
                                open(
                                        "administrators",
                                        known.stream()
                                                .filter(call -> isRefused(call, STAFF))
                                                .filter(call -> !call.method().matches("GET|OPTIONS")),
                                        ADMINISTRATOR))
                        .sorted())
                .containsExactlyElementsOf(expected);
        assertThat(known.stream().filter(call -> call.method().matches("GET|OPTIONS")))
                .as("looking")
                .noneMatch(call -> isRefused(call, ADMINISTRATOR));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE /process-definition/key/publication",
                "PUT /process-definition/publication:1:x/suspended",
                "POST /process-definition/key/review/start",
                "POST /process-definition/extension:1:x/submit-form",
                "POST /process-definition/key/publication/tenant-id/x/start",
                "POST /task/X/delegate",
                "TRACE /task",
                "PATCH /user/X",
                "POST /engine/other/task",
                "DELETE /deployment/X"
            })
    void theRestIsNobodys(String line) {
        EngineCall call = new EngineCall(line.split(" ")[0], line.split(" ")[1]);
        assertThat(isRefused(call, STAFF)).isTrue();
        assertThat(isRefused(call, ADMINISTRATOR)).isTrue();
    }

    @Test
    void aPasswordIsItsOwnersAndTheAdministrators() {
        assertThat(isRefused(new EngineCall("PUT", "/user/staff/credentials"), STAFF))
                .isFalse();
        assertThat(isRefused(new EngineCall("PUT", "/user/other/credentials"), STAFF))
                .isTrue();
        assertThat(isRefused(new EngineCall("PUT", "/user/staff/credentials"), ADMINISTRATOR))
                .isFalse();
    }

    private static Stream<String> open(String who, Stream<EngineCall> calls, Person caller) {
        return calls.filter(call -> !isRefused(call, caller))
                .map(call -> who + " " + call.method() + " " + call.path());
    }

    private static boolean isRefused(EngineCall call, Person caller) {
        return EngineCallRules.objection(call, caller).isPresent();
    }

    private static Stream<EngineCall> calls(String prefix, Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .filter(method -> !method.isBridge())
                .flatMap(method -> {
                    String path = prefix + pathOf(method);
                    List<String> verbs = Arrays.stream(method.getAnnotations())
                            .map(Annotation::annotationType)
                            .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                            .map(type -> type.getAnnotation(HttpMethod.class).value())
                            .toList();
                    return verbs.isEmpty() && method.isAnnotationPresent(Path.class)
                            ? calls(path, method.getReturnType())
                            : verbs.stream().map(verb -> new EngineCall(verb, path));
                });
    }

    private static String pathOf(Method method) {
        Path path = method.getAnnotation(Path.class);
        String trimmed =
                path == null ? "" : path.value().replaceAll("^/|/$", "").replaceAll("\\{[^}]*}", "X");
        return trimmed.isEmpty() ? "" : "/" + trimmed;
    }
}
