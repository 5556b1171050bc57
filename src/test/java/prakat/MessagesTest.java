package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people are told, in both languages. */
class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    /** The first argument of a call, which may itself hold a call. */
    private static final String ARGUMENT = "\\s*(?:[^,;()]|\\([^()]*\\))+,\\s*";

    private static final List<Pattern> REFUSALS = List.of(
            Pattern.compile(
                    "Refusal\\s*\\.(?:forbidden|notFound|conflict|tooLarge|unsupportedType)\\(\\s*\"([^\"]+)\""),
            Pattern.compile("Refusal\\s*\\.invalid\\(" + ARGUMENT + "\"([^\"]+)\""),
            Pattern.compile("Field\\s*\\.of\\(" + ARGUMENT + "\"([^\"]+)\""),
            // The rows of the table of actions, and their conditions.
            Pattern.compile("\\(Role\\.\\w+,\\s*\"([^\"]+)\""),
            Pattern.compile("\\b(?:in|open|outside)\\([\\w.]+,\\s*\"([^\"]+)\""),
            Pattern.compile("\\bwhen\\(\\s*\"([^\"]+)\""),
            Pattern.compile("new Refusal\\(" + ARGUMENT + "\"([^\"]+)\""),
            Pattern.compile("\\bproblems\\s*\\.(?:of|write)\\(\\s*\\d+,\\s*\"([^\"]+)\""),
            Pattern.compile("\\?\\s*\"([a-z-]+)\"\\s*:\\s*\"[a-z-]+\",\\s*request,\\s*response"),
            Pattern.compile("\\?\\s*\"[a-z-]+\"\\s*:\\s*\"([a-z-]+)\",\\s*request,\\s*response"));

    static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .filter(file -> !file.toString().endsWith("_en.properties"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theBundlesAreThere() throws IOException {
        assertThat(bundles()).contains(RESOURCES.resolve("messages.properties"));
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith("_en.properties")))
                    .containsExactlyInAnyOrderElementsOf(
                            bundles().stream().map(MessagesTest::english).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameKeys(Path bundle) throws IOException {
        assertThat(read(english(bundle)).keySet()).isEqualTo(read(bundle).keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSamePlaceholders(Path bundle) throws IOException {
        Map<String, String> english = read(english(bundle));

        read(bundle)
                .forEach((key, thai) ->
                        assertThat(placeholders(english.get(key))).as(key).isEqualTo(placeholders(thai)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noKeyStandsTwiceAndNoneIsEmpty(Path bundle) throws IOException {
        for (Path file : List.of(bundle, english(bundle))) {
            List<String> keys = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank() && !line.startsWith("#") && line.contains("=")) {
                    keys.add(line.substring(0, line.indexOf('=')).strip());
                }
            }
            assertThat(keys).as(file.toString()).doesNotHaveDuplicates();
            assertThat(read(file)).as(file.toString()).hasSameSizeAs(keys).doesNotContainValue("");
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void apostrophesAreDoubledSoThatEveryPlaceholderIsFilled(Path bundle) throws IOException {
        Object[] arguments = Stream.generate(() -> 7).limit(9).toArray();
        for (Path file : List.of(bundle, english(bundle))) {
            read(file).forEach((key, text) -> {
                assertThat(text.replace("''", "")).as("%s of %s", key, file).doesNotContain("'");
                assertThat(new MessageFormat(text, Locale.ROOT).format(arguments))
                        .as("%s of %s", key, file)
                        .doesNotContain("{");
            });
        }
    }

    @Test
    void refusalsAreInThaiAndInEnglish() throws IOException {
        Path messages = RESOURCES.resolve("messages.properties");

        assertThat(read(messages)).allSatisfy((key, text) -> assertThat(text).matches("(?s).*\\p{InThai}.*"));
        assertThat(read(english(messages)))
                .allSatisfy((key, text) -> assertThat(text).doesNotMatch("(?s).*\\p{InThai}.*"));
    }

    @Test
    void everyRefusalThatTheCodeKnowsHasAMessageInBothLanguages() throws IOException {
        Set<String> codes = refusals();
        Path messages = RESOURCES.resolve("messages.properties");

        assertThat(codes)
                .as("found by the patterns")
                .contains(
                        "invalid",
                        "needed",
                        "criterion-not-met",
                        "not-yours-to-vet",
                        "unauthenticated",
                        "csrf",
                        "forbidden",
                        "file-too-large",
                        "until-beyond-policy",
                        "no-such-attachment",
                        "failed");
        assertThat(read(messages).keySet())
                .containsAll(codes.stream().map(code -> "refusal." + code).toList());
        assertThat(read(english(messages)).keySet())
                .containsAll(codes.stream().map(code -> "refusal." + code).toList());
    }

    @Test
    void everyRefusalThatHasAMessageIsKnownToTheCode() throws IOException {
        Set<String> known = new HashSet<>();
        for (String source : sources()) {
            Pattern.compile("\"([a-z][a-z-]*)\"").matcher(source).results().forEach(found -> known.add(found.group(1)));
        }

        assertThat(read(RESOURCES.resolve("messages.properties")).keySet().stream()
                        .filter(key -> key.startsWith("refusal.") && !key.startsWith("refusal.http-"))
                        .map(key -> key.substring("refusal.".length())))
                .isSubsetOf(known);
    }

    @Test
    void everyStatusOfARefusalHasATitle() throws IOException {
        assertThat(read(RESOURCES.resolve("messages.properties")).keySet())
                .containsAll(Arrays.stream(prakat.input.Refusal.Kind.values())
                        .map(kind -> "status." + kind.status())
                        .toList())
                .contains("status.401", "status.405", "status.406", "status.500");
    }

    @Test
    void everyTextThatAPageNamesIsThere() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path bundle : bundles()) {
            known.addAll(read(bundle).keySet());
        }
        Set<String> named = new TreeSet<>();
        for (String template : texts(RESOURCES.resolve("templates"), ".html")) {
            Pattern.compile("#\\{([a-zA-Z0-9.-]+)[}(]")
                    .matcher(template)
                    .results()
                    .forEach(found -> named.add(found.group(1)));
        }

        assertThat(named).isNotEmpty();
        assertThat(known).containsAll(named);
    }

    private static Set<String> refusals() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String source : sources()) {
            for (Pattern pattern : REFUSALS) {
                pattern.matcher(source).results().map(found -> found.group(1)).forEach(codes::add);
            }
        }
        return codes;
    }

    private static List<String> sources() throws IOException {
        return texts(Path.of("src/main/java"), ".java");
    }

    private static List<String> texts(Path directory, String ending) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    private static Path english(Path bundle) {
        return bundle.resolveSibling(bundle.getFileName().toString().replace(".properties", "_en.properties"));
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> messages = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> messages.put(key, properties.getProperty(key)));
        return messages;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
