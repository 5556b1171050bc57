package prakat.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Runs a class's tests in the machine's own Chromium, against the program in a process of its own. Both are started once,
 * for all such classes. What a browser complains of on any page fails the test that opened it.
 */
final class InChromium implements ExecutionCondition, BeforeAllCallback, AfterEachCallback {

    private static final String MISSING =
            "These tests need Chromium: apt-get install chromium, or name its path in the environment variable CHROMIUM.";

    /** The first one makes no window that nobody sees: opening a page costs it half as much. */
    private static final List<String> DEBIANS = List.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium");

    private Running running;

    /** Without Chromium a developer's tests are skipped; a build's fail, so that nobody takes them for passed. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return chromium().isPresent() || "true".equals(System.getenv("CI"))
                ? ConditionEvaluationResult.enabled("Chromium is there, or has to be")
                : ConditionEvaluationResult.disabled(MISSING);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Path chromium = chromium().orElseThrow(() -> new AssertionError(MISSING));
        running = context.getRoot()
                .getStore(Namespace.create(InChromium.class))
                .getOrComputeIfAbsent(Running.class, one -> Running.start(chromium), Running.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            // What it was that was not found, nobody can look at later.
            context.getExecutionException().ifPresent(failure -> System.out.println(running.shown()));
        } finally {
            running.closePages();
        }
        assertThat(running.complaints()).as("what the browser complains of").isEmpty();
    }

    /** Where the program is. */
    URI program() {
        return running.program();
    }

    /** A new page of somebody who has signed in, in a browser in Thai; of all the account's pages one session. */
    Page as(String account) {
        return running.as(account);
    }

    /** What the browser complains of with those words, this test brought about itself. */
    void broughtAbout(String words) {
        running.forget(words);
    }

    /** A new page of one of the public, who was never here before. */
    Page anybody() {
        return running.anybody();
    }

    /** A new page in a browser that runs no scripts, in which nobody has signed in. */
    Page withoutScripts() {
        return running.withoutScripts();
    }

    private static Optional<Path> chromium() {
        return Optional.ofNullable(System.getenv("CHROMIUM")).map(List::of).orElse(DEBIANS).stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
