package prakat.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Thai strings of the engine's webapps, held against the English ones that they ship with. */
class LocalesTest {

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{.*?}}|</?(a|b|br|code|em|i|kbd|li|p|span|strong|u|ul)(\\s[^>]*)?>|%[sd]");
    private static final Pattern THAI = Pattern.compile("\\p{InThai}");

    /** What has no Thai: names, abbreviations, patterns and marks. */
    private static final Pattern WITHOUT_THAI =
            Pattern.compile("[^A-Za-z]*|JSON|CSV|XML|URL|ID|OK|PNG|Optimize|\\(s\\)|s|F\\d+|YYYY-MM-DDTHH:mm:ss");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void everyStringIsThereInThaiWithItsPlaceholders(String app) throws IOException {
        Map<String, String> english = strings(app, "en");
        Map<String, String> thai = strings(app, "th");

        assertThat(thai.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
        english.forEach((key, text) -> {
            String translated = thai.get(key);
            assertThat(placeholders(translated)).as(key).containsExactlyInAnyOrder(placeholders(text));
            if (!WITHOUT_THAI.matcher(text.strip()).matches()) {
                assertThat(THAI.matcher(translated).find())
                        .as("%s: %s", key, translated)
                        .isTrue();
            }
        });
    }

    private static String[] placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).toArray(String[]::new);
    }

    private static Map<String, String> strings(String app, String language) throws IOException {
        String file = "/META-INF/resources/webjars/camunda/app/" + app + "/locales/" + language + ".json";
        try (InputStream stream = LocalesTest.class.getResourceAsStream(file)) {
            assertThat(stream).as(file).isNotNull();
            String json = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> strings = new TreeMap<>();
            // The webjar's files begin with a byte order mark.
            flatten("", new ObjectMapper().readTree(json.replace("\uFEFF", "")).path("labels"), strings);
            return strings;
        }
    }

    private static void flatten(String path, JsonNode node, Map<String, String> strings) {
        if (node.isObject()) {
            node.properties().forEach(member -> flatten(path + "/" + member.getKey(), member.getValue(), strings));
        } else {
            strings.put(path, node.asText());
        }
    }
}
