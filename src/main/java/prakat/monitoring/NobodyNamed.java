package prakat.monitoring;

import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter.MemberPath;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Keeps out of the messages of structured logs what could name somebody, whoever wrote them: messages are in English, so that
 * whatever is Thai is a name, a title or somebody's words.
 */
final class NobodyNamed implements StructuredLoggingJsonMembersCustomizer<Object> {

    private static final MemberPath MESSAGE = MemberPath.of("message");

    private static final String LEFT_OUT = "…";

    private static final Pattern THAI = Pattern.compile("[\\u0E00-\\u0E7F](?:[\\s\\d]*[\\u0E00-\\u0E7F])*");

    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^\\s<>@\\[\\](),;:\"']+@[\\w.-]+\\.\\w{2,}");

    /** What a failure says, in a message that repeats it beside or in place of the failure itself. */
    private static final Pattern REPEATED = Pattern.compile(
            "(?<=(Exception|Error): |threw exception \\[).*?(?=\\s+at [\\w.$/@]+\\(|\\z)", Pattern.DOTALL);

    @Override
    public void customize(Members<Object> members) {
        members.applyingValueProcessor(NobodyNamed::processed);
    }

    private static Object processed(MemberPath path, Object value) {
        return path.equals(MESSAGE) && value instanceof String message ? without(message) : value;
    }

    private static String without(String message) {
        String said = message;
        for (Pattern naming : new Pattern[] {REPEATED, MAIL_ADDRESS, THAI}) {
            said = naming.matcher(said).replaceAll(LEFT_OUT);
        }
        return said;
    }
}
