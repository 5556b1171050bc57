package prakat.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import prakat.Caller;
import prakat.Given;

/** The engine's screens speak Thai to who reads Thai. */
@BrowserTest
class ThaiWordsTest {

    @RegisterExtension
    static final InChromium CHROMIUM = new InChromium();

    private static final Pattern WORD = Pattern.compile("[\\w.:/-]+");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]{3,}");

    /** What is read as it stands in Thai, too: names of programs and of formats, and the other language's own. */
    private static final Set<String> NAMES =
            Set.of("Tasklist", "Cockpit", "Admin", "Camunda", "English", "BPMN", "DMN", "JSON", "PDF", "PNG");

    /** What programs call things and what is searched for by that: it stands in the contract, the models and the engine. */
    private static final Set<String> TERMS = Set.of(
            // models, their deployment and variables
            "notification, reconciliation, escalated",
            "publication, extension, review, policies, prakat, requester, group, groupName, round, number, title, outcome, publishFrom",
            "publishUntil, passed, null",
            // the policy's categories, and their English names in its table
            "news, activity, procurement, recruitment, regulation, disclosure, News, Activity, photographs, Procurement",
            "notices, Recruitment, Financial, reports, Laws, regulations, and, manuals, Public, OIT",
            // accounts and groups, and the engine's kinds of group
            "admin, audit, finance, ict, law, policy, promotion, supervision",
            "SYSTEM, WORKFLOW",
            // of an authorization
            "tasklist, ACCESS, ALL, READ, UPDATE, CREATE, DELETE",
            // the engine's name
            "default");

    /** Written with a sign or a digit in it, as no word is: ids, addresses, names of files, zones. */
    private static final Pattern ID = Pattern.compile(".*[-_.:/\\d].*");

    /** How the engine says that a deployment came with the program. */
    private static final String SOURCE_OF_DEPLOYMENT = "process application";

    private static JsonNode request;

    @BeforeAll
    static void makeWhatTheyShow() {
        request = new Given(CHROMIUM.program()).submitted("ประกาศที่รอรับรอง");
    }

    private record View(String account, String address, String ready) {
        @Override
        public String toString() {
            return address;
        }

        String program() {
            return address.substring(0, address.indexOf('#'));
        }
    }

    private static List<View> views() {
        String definition = Caller.basic(CHROMIUM.program(), "admin")
                .get("/engine-rest/process-definition/key/publication")
                .json()
                .get("id")
                .asText();
        String policy = Caller.basic(CHROMIUM.program(), "admin")
                .get("/engine-rest/decision-definition/key/publication-policy")
                .json()
                .get("id")
                .asText();
        String instance = request.get("processInstanceId").asText();
        String task = new Given(CHROMIUM.program()).task(request, "finance-director");
        return List.of(
                tasklist("", ".tasks-list li.task"),
                tasklist("?task=" + task, ".prakat .panel"),
                cockpit("dashboard", ".dashboard"),
                cockpit("processes", ".process-definitions-list, table"),
                cockpit("process-definition/" + definition + "/runtime", ".djs-container"),
                cockpit("process-instance/" + instance + "/runtime", ".djs-container"),
                cockpit("decisions", "table"),
                cockpit("decision-definition/" + policy, ".dmn-decision-table-container thead"),
                cockpit("repository", ".deployments"),
                admin("users", "table"),
                admin("groups", "table"),
                admin("authorization?resource=0", "table"),
                admin("system?section=system-settings-general", ".ctn-main"),
                new View("admin", "/camunda/app/welcome/default/#/welcome", ".webapps"));
    }

    private static View tasklist(String view, String ready) {
        return new View("finance-director", "/camunda/app/tasklist/default/#/" + view, ready);
    }

    private static View cockpit(String view, String ready) {
        return new View("admin", "/camunda/app/cockpit/default/#/" + view, ready);
    }

    private static View admin(String view, String ready) {
        return new View("admin", "/camunda/app/admin/default/#/" + view, ready);
    }

    @Test
    void noEnglishWordIsLeft() {
        Map<String, Tab> tabs = new HashMap<>();
        assertAll(views().stream()
                .map(view -> () -> assertThat(englishWords(
                                tabs.computeIfAbsent(view.program(), one -> new Tab(CHROMIUM.as(view.account()))),
                                view))
                        .as(view.toString())
                        .isEmpty()));
    }

    private static Stream<String> englishWords(Tab tab, View view) {
        tab.show(view);
        Set<String> known = TERMS.stream()
                .flatMap(line -> Stream.of(line.split(", ")))
                .collect(Collectors.toCollection(HashSet::new));
        known.addAll(NAMES);
        return WORD.matcher(visible(tab.page).replace(SOURCE_OF_DEPLOYMENT, ""))
                .results()
                .map(MatchResult::group)
                .filter(word -> LATIN.matcher(word).find() && !ID.matcher(word).matches())
                .filter(word -> !known.contains(word))
                .distinct();
    }

    /** One for all views of a program of the engine's: each takes seconds to load. */
    private static final class Tab {

        private static final long QUIET = 500_000_000;

        private final Page page;
        private final Set<Request> open = new HashSet<>();
        private long lastChange;

        Tab(Page page) {
            this.page = page;
            page.onRequest(request -> changed(open.add(request)));
            page.onRequestFinished(request -> changed(open.remove(request)));
            page.onRequestFailed(request -> changed(open.remove(request)));
        }

        /** Until it has asked for nothing for half a second. */
        void show(View view) {
            page.navigate(view.address());
            page.locator(view.ready()).first().waitFor();
            changed(true);
            page.waitForCondition(() -> open.isEmpty() && System.nanoTime() - lastChange > QUIET);
        }

        private void changed(boolean it) {
            if (it) {
                lastChange = System.nanoTime();
            }
        }
    }

    private static String visible(Page page) {
        return (String)
                page.evaluate(
                        """
                () => [document.body.innerText,
                       ...[...document.querySelectorAll('[placeholder]')].filter((one) => one.checkVisibility())
                         .map((one) => one.placeholder)].join('\\n')""");
    }
}
