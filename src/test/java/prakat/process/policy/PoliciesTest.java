package prakat.process.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prakat.input.SetupException;

/** The office's own decision tables beside the program: which counts from when, and which stops the start. */
class PoliciesTest {

    private static ProcessEngine engine;

    @TempDir
    Path directory;

    @BeforeAll
    static void anEngine() {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:policies;DB_CLOSE_DELAY=-1");
        configuration.setHistoryTimeToLive("P1D");
        engine = configuration.buildProcessEngine();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void aChangedCopyCountsFromTheNextStartAndOursWhereThereIsNone() throws IOException {
        start();
        assertThat(longestDaysOfNews()).isEqualTo(730);
        int first = versions();
        start();
        assertThat(versions()).as("nothing has changed").isEqualTo(first);

        write("publication-policy.dmn", "<text>730</text>", "<text>731</text>");
        start();
        assertThat(longestDaysOfNews()).isEqualTo(731);
        assertThat(versions()).isEqualTo(first + 1);
        assertThat(engine.getRepositoryService()
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("deadline-policy")
                        .count())
                .as("the other one has not changed")
                .isOne();

        Files.delete(directory.resolve("publication-policy.dmn"));
        start();
        assertThat(longestDaysOfNews()).isEqualTo(730);
    }

    @Test
    void aColumnOfLaterTimesMayBeMissing() throws IOException {
        String old = ours("publication-policy.dmn")
                .replaceAll("(?s)<output id=\"re(minder|view)DaysOutput\"[^>]*>\\s*", "")
                .replaceAll("(?s)<outputEntry id=\"[a-zA-Z]+Re(minder|view)Days\">.*?</outputEntry>\\s*", "");
        Files.writeString(directory.resolve("publication-policy.dmn"), old);

        start();

        assertThat(longestDaysOfNews()).isEqualTo(730);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "publication-policy | name=\"nameEn\" | name=\"colour\" | 12 | the column 'colour' is unknown",
                "publication-policy | name=\"nameEn\" | name=\"nameTh\" | 12 | there twice",
                "publication-policy | name=\"defaultDays\" typeRef=\"integer\" | name=\"defaultDays\" typeRef=\"string\""
                        + " | 13 | the type of the column defaultDays is integer",
                "publication-policy | <output id=\"longestDaysOutput\" [^>]*> | <!-- --> | 5"
                        + " | the column longestDays is missing",
                "publication-policy | <text>365</text> | <text>a year</text> | 28"
                        + " | defaultDays is a whole number from 1 to 99999, and not 'a year'",
                "publication-policy | <text>365</text> | <text>0</text> | 28 | defaultDays",
                "publication-policy | <text>365</text> | <text>731</text> | 28"
                        + " | defaultDays is 731 and more than longestDays, which is 730",
                "publication-policy | <text>\"activity\"</text> | <text>\"news\"</text> | 42 | \"news\" has a row already",
                "publication-policy | <text>\"activity\"</text> | <text>\"ภาพ\"</text> | 42 | and not '\"ภาพ\"'",
                "publication-policy | <text>\"activity\"</text> | <text>activity</text> | 42 | category is small letters",
                "publication-policy | <text>\"activity\"</text> | <text></text> | 42 | category is small letters",
                "publication-policy | <text>\"News\"</text> | <text>News</text> | 25 | nameEn is a text in quotes",
                "publication-policy | id=\"publication-policy\" | id=\"policy\" | 3 | its id is publication-policy",
                "publication-policy | hitPolicy=\"UNIQUE\" | hitPolicy=\"COLLECT\" | 3 | its hit policy is UNIQUE",
                "publication-policy | <text>category</text> | <text>group</text> | 5 | looks up one thing, category",
                "publication-policy | </decisionTable> | </table> | 178 | this is no XML",
                "publication-policy | <rule id=\"newsRule\"> | <rule id=\"newsRule\"><row/> | 17 | this is no DMN, cvc-complex-type",
                "deadline-policy | <text>\"vet\"</text> | <text>\"print\"</text> | 32 | step is one of \"certify\"",
                "deadline-policy | <text>3</text> | <text></text> | 20 | dueDays is a whole number from 1",
                "deadline-policy | <text>3</text> | <text>0.5</text> | 20 | dueDays is a whole number from 1",
                "deadline-policy | <text>1</text> | <text>4</text> | 23"
                        + " | reminderDays is 4 and more than dueDays, which is 3",
            })
    void aWrongTableStopsTheStartWithItsLine(String policy, String right, String wrong, int line, String why)
            throws IOException {
        write(policy + ".dmn", right, wrong);
        int before = versions();

        assertThatThrownBy(this::start)
                .isInstanceOf(SetupException.class)
                .message()
                .startsWith(directory.resolve(policy + ".dmn") + ", line ")
                .contains(why)
                .hasLineCount(1)
                .contains(", line " + line + ": ");
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void aDirectoryThatIsNoneStopsTheStart() {
        assertThatThrownBy(() -> new Policies(new Policies.Settings("no/such")).deploy(engine.getRepositoryService()))
                .hasMessage("PRAKAT_POLICIES is no directory: no/such.");
    }

    private void start() {
        new Policies(new Policies.Settings(directory.toString())).deploy(engine.getRepositoryService());
    }

    private void write(String name, String right, String wrong) throws IOException {
        String changed = ours(name).replaceFirst(right, wrong);
        assertThat(changed).isNotEqualTo(ours(name));
        Files.writeString(directory.resolve(name), changed);
    }

    private static String ours(String name) throws IOException {
        return Files.readString(Path.of("processes", name));
    }

    private static int longestDaysOfNews() {
        return engine.getDecisionService()
                .evaluateDecisionTableByKey("publication-policy", Map.of("category", "news"))
                .getSingleResult()
                .<Integer>getEntry("longestDays");
    }

    private static int versions() {
        return (int) engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("publication-policy")
                .count();
    }
}
