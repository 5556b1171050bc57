package prakat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * What can be set, and the page about it. Their metadata are written by the compiler under Maven; elsewhere, such as in an
 * editor that leaves annotations alone, there is nothing to look at.
 */
class SettingsTest {

    private static final Path PAGE = Path.of("src/docs/settings.md");

    /** Where code reads a setting by its name. */
    private static final Pattern READ =
            Pattern.compile("(?:@Value\\(\"\\$\\{|getProperty\\(\"|ConditionalOnProperty\\(\")(prakat\\.[\\w.-]+)");

    private SettingsPage page;

    @BeforeEach
    void readMetadata() throws IOException {
        assumeTrue(SettingsPage.canBeMade() || System.getProperty("basedir") != null, "compiled without metadata");
        page = new SettingsPage();
    }

    /** After a change: {@code mvn test -Dtest=SettingsTest -Dsettings.write} writes it anew. */
    @Test
    void thePageSaysWhatCanBeSet() throws IOException {
        if (System.getProperty("settings.write") != null) {
            Files.writeString(PAGE, page.text());
        }
        assertThat(Files.readString(PAGE))
                .as("write it anew: mvn test -Dtest=SettingsTest -Dsettings.write")
                .isEqualTo(page.text());
    }

    @Test
    void everySettingOnThePageHasAMeaning() {
        assertThat(page.text().lines().filter(line -> line.startsWith("|") && line.endsWith("|  |")))
                .isEmpty();
    }

    @Test
    void whatOneClassReadsByNameIsDescribed() throws IOException {
        assertThat(page.own().keySet()).containsAll(readByName());
    }

    @Test
    void whatIsDescribedByHandIsRead() throws IOException {
        Set<String> byHand = page.own().entrySet().stream()
                .filter(entry -> entry.getValue().path("sourceType").isMissingNode())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(readByName()).containsAll(byHand);
    }

    @Test
    void whatTheFilesSetIsRead() {
        Stream.of("application.yaml", "application-postgres.yaml", "application-ldap.yaml", "application-demo.yaml")
                .flatMap(file -> SettingsPage.yaml(file).keySet().stream())
                .filter(name -> name.startsWith("prakat."))
                .forEach(name -> assertThat(page.own().keySet())
                        .as(name)
                        .anyMatch(known ->
                                name.equals(known) || name.startsWith(known + ".") || name.startsWith(known + "[")));
    }

    @Test
    void eachSettingTakesTheVariableThatStandsBesideIt() {
        Map<String, String> said = SettingsPage.yaml("application.yaml");
        for (Map.Entry<String, JsonNode> setting : page.own().entrySet()) {
            String variable = page.variable(setting.getKey(), said.getOrDefault(setting.getKey(), ""));
            if (!variable.isEmpty() && !said.getOrDefault(setting.getKey(), "").contains("${" + variable)) {
                ConfigurationPropertySource environment =
                        ConfigurationPropertySource.from(new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of(variable, "x")));
                assertThat(environment.getConfigurationProperty(ConfigurationPropertyName.of(setting.getKey())))
                        .as(variable)
                        .isNotNull();
            }
        }
    }

    private static Set<String> readByName() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> READ.matcher(read(file)).results().map((MatchResult found) -> found.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
