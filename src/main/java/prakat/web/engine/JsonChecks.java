package prakat.web.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import prakat.input.Refusal;

/** JSON at which the engine's REST would fail instead of refusing it. */
final class JsonChecks {

    private JsonChecks() {}

    /**
     * Makes sure that the engine can read a call's body.
     *
     * @throws Refusal where it is no object, where a list in it has gaps, or a text in it has U+0000, which no database of
     *     ours can look for
     */
    static void ensureReadable(JsonNode body) {
        if (!body.isObject()) {
            throw Refusal.invalid("request", "json");
        }
        ensureReadable("request", body);
    }

    private static void ensureReadable(String field, JsonNode value) {
        boolean gap = value.isArray() && hasGap(value);
        if (gap || hasNul(field) || value.isTextual() && hasNul(value.textValue())) {
            throw Refusal.invalid(field.replace("\0", ""), "json");
        }
        if (value.isArray()) {
            value.forEach(element -> ensureReadable(field, element));
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            ensureReadable(member.getKey(), member.getValue());
        }
    }

    private static boolean hasGap(JsonNode list) {
        for (JsonNode element : list) {
            if (element.isNull()) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }
}
