package prakat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.UrlResource;

/** The page of all settings, made from the metadata of the class path and from what {@code application*.yaml} say. */
final class SettingsPage {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final String OFFICE = "prakat.organisation.";
    private static final String SCREENING = "prakat.screening.personal.";
    private static final Pattern OWN_VARIABLE = Pattern.compile("\\$\\{(PRAKAT_\\w+)(?::((?:[^{}]|\\$\\{[^}]*})*))?}");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([a-z.-]+)}");

    /** Of Spring Boot's, what offices ask for and no file of ours says. */
    private static final List<String> ASKED_FOR = List.of(
            "spring.profiles.active",
            "server.address",
            "spring.mail.host",
            "spring.mail.port",
            "spring.mail.username",
            "spring.mail.password",
            "logging.file.name",
            "logging.structured.format.console");

    private final Map<String, JsonNode> metadata;
    private final Map<String, String> settings = yaml("application.yaml");

    SettingsPage() throws IOException {
        this.metadata = metadata();
    }

    /** Whether the compiler has written what our own settings mean: under Maven it has. */
    static boolean canBeMade() throws IOException {
        return files().stream().anyMatch(url -> url.getProtocol().equals("file"));
    }

    /** What {@code @ConfigurationProperties} of ours and the file beside them describe, by name. */
    SortedMap<String, JsonNode> own() {
        return metadata.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("prakat."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    /** What stands in the file, each setting by its name, lists with commas between. */
    static Map<String, String> yaml(String file) {
        try {
            Map<String, String> found = new LinkedHashMap<>();
            for (var source : new YamlPropertySourceLoader().load(file, new ClassPathResource(file))) {
                EnumerablePropertySource<?> all = (EnumerablePropertySource<?>) source;
                for (String name : all.getPropertyNames()) {
                    found.merge(
                            name.replaceFirst("\\[\\d+]$", ""),
                            String.valueOf(all.getProperty(name)),
                            (one, other) -> one + "," + other);
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By which environment variable a setting is given; empty where by none. */
    String variable(String name, String value) {
        Matcher own = OWN_VARIABLE.matcher(value);
        if (own.find()) {
            return own.group(1);
        }
        String type =
                metadata.containsKey(name) ? metadata.get(name).path("type").asText() : "";
        boolean byFileOnly = type.isEmpty() || type.startsWith("java.util.Map") || type.contains("prakat.");
        return byFileOnly ? "" : name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    String text() {
        StringBuilder page = new StringBuilder(
                """
                # Settings

                A setting is given by its environment variable, on the command line (`--server.port=9000`) or in an
                `application.yaml` in the directory in which the program is started. Durations are written `PT5M` or `5m`,
                periods `P90D`, sizes `20MB`. What an office needs first is in the [README](../../README.md).

                This page is made from the settings' own metadata: see `SettingsTest`.
                """);
        table(page, "Prakat's own", own(), name -> !isOfFile(name) && !isOfProfile(name), settings);
        table(
                page,
                "The office: in `organisation.yaml`, which says more of each",
                own(),
                name -> name.startsWith(OFFICE),
                Map.of());
        table(
                page,
                "What is looked for in texts: in `screening.yaml`, which says more of each",
                own(),
                name -> name.startsWith(SCREENING),
                Map.of());
        for (String profile : List.of("postgres", "ldap")) {
            Map<String, String> said = yaml("application-" + profile + ".yaml");
            Map<String, JsonNode> described = new TreeMap<>(own());
            described.keySet().removeIf(name -> !name.startsWith("prakat.directory.") || !profile.equals("ldap"));
            said.keySet().forEach(name -> described.put(name, description(name)));
            table(page, "With the profile `" + profile + "`", described, name -> true, said);
        }
        table(page, "Of Spring Boot, often asked for", described(ASKED_FOR), name -> true, settings);
        table(
                page,
                "Of Spring Boot and the engine, as Prakat sets it; "
                        + "[`application.yaml`](../main/resources/application.yaml) says why",
                described(settings.keySet()),
                name -> !name.startsWith("prakat.") && !ASKED_FOR.contains(name),
                settings);
        return page.toString();
    }

    private static boolean isOfFile(String name) {
        return name.startsWith(OFFICE) || name.startsWith(SCREENING);
    }

    private static boolean isOfProfile(String name) {
        return name.startsWith("prakat.directory.");
    }

    private Map<String, JsonNode> described(Iterable<String> names) {
        Map<String, JsonNode> described = new TreeMap<>();
        names.forEach(name -> described.put(name, description(name)));
        return described;
    }

    /** Of the setting itself, or of the map in which it is an entry. */
    private JsonNode description(String name) {
        for (String map = name; map.contains("."); map = map.substring(0, map.lastIndexOf('.'))) {
            if (metadata.containsKey(map)) {
                return metadata.get(map);
            }
        }
        throw new AssertionError(name + " is set, and nothing reads it");
    }

    private void table(
            StringBuilder page,
            String title,
            Map<String, JsonNode> described,
            Predicate<String> shown,
            Map<String, String> values) {
        boolean variables = !values.isEmpty();
        page.append("\n## ").append(title).append("\n\n");
        page.append(
                variables
                        ? "| Setting | Variable | Default | Meaning |\n|---|---|---|---|\n"
                        : "| Setting | Meaning |\n|---|---|\n");
        described.forEach((name, node) -> {
            if (!shown.test(name)) {
                return;
            }
            String said = values.getOrDefault(name, defaultOf(node));
            page.append("| ").append(code(name)).append(" | ");
            if (variables) {
                page.append(code(variable(name, said)))
                        .append(" | ")
                        .append(code(resolved(said)))
                        .append(" | ");
            }
            page.append(meaning(node)).append(" |\n");
        });
    }

    private static String defaultOf(JsonNode node) {
        JsonNode value = node.path("defaultValue");
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(","))
                : value.asText("");
    }

    /** As it is where no variable is set. */
    private String resolved(String value) {
        String withoutVariables = OWN_VARIABLE
                .matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(2) == null ? "" : found.group(2)));
        return REFERENCE
                .matcher(withoutVariables)
                .replaceAll(found -> Matcher.quoteReplacement(resolved(settings.getOrDefault(found.group(1), ""))));
    }

    /** As Markdown, in one line. */
    static String meaning(JsonNode node) {
        String text = node.path("description")
                .asText("")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link \\S+ ([^}]*)}", "$1")
                .replaceAll("</?[a-z]+>", "")
                .replaceAll("\\s+", " ")
                .strip();
        return text.isEmpty()
                ? ""
                : Character.toUpperCase(text.charAt(0)) + text.substring(1).replace("|", "\\|");
    }

    private static String code(String text) {
        return text.isBlank() ? "" : "`" + text.replace("|", "\\|").strip() + "`";
    }

    /** Ours comes first on the class path, and a description before none. */
    private static Map<String, JsonNode> metadata() throws IOException {
        Map<String, JsonNode> found = new TreeMap<>();
        for (URL url : files()) {
            for (JsonNode node : new ObjectMapper()
                    .readTree(new UrlResource(url).getContentAsByteArray())
                    .path("properties")) {
                found.merge(
                        node.path("name").asText(),
                        node,
                        (first, other) -> meaning(first).isEmpty() ? other : first);
            }
        }
        return found;
    }

    private static List<URL> files() throws IOException {
        return Collections.list(SettingsPage.class.getClassLoader().getResources(METADATA));
    }
}
