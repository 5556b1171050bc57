package prakat.web.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import prakat.input.Refusal;
import prakat.organisation.AccountRules;
import prakat.request.PublicationProcess;

/**
 * Reads and rewrites what a call of the engine's REST brings. The variables of a start or a completion are marked
 * transient, so that no content is ever written to the engine's tables: the procedure takes it from there.
 */
@Component
class CallBodies {

    /** Of variables that people send: no objects of programs. */
    private static final Set<String> TYPES =
            Set.of("String", "Boolean", "Date", "File", "Null", "null", "Integer", "Long", "Short", "Double");

    /** Would start an instance past the procedure's checks. */
    private static final Set<String> SKIPPING = Set.of("skipCustomListeners", "skipIoMappings");

    private static final String TYPE = "type";
    private static final String VALUE = "value";

    private final CallReader calls;
    private final ObjectMapper json;
    private final PublicationProcess process;

    CallBodies(CallReader calls, ObjectMapper json, PublicationProcess process) {
        this.calls = calls;
        this.json = json;
        this.process = process;
    }

    /** A start: all its variables transient. */
    void start(HttpServletRequest request) throws IOException {
        makeTransient(request, Set.of());
    }

    /** A completion: its variables transient, unless the procedure keeps them. */
    void completion(HttpServletRequest request) throws IOException {
        makeTransient(request, process.keptVariables());
    }

    /** A claim by the caller: the engine also lets people claim in another's name, or in nobody's. */
    void claim(HttpServletRequest request, String caller) throws IOException {
        JsonNode claim = calls.read(request);
        if (!claim.path("userId").asText().equals(caller)) {
            throw Refusal.forbidden("forbidden");
        }
        replace(request, claim);
    }

    /** More tries for what failed: none fewer than one, and no other time, at which a takedown would be late. */
    void retries(HttpServletRequest request) throws IOException {
        JsonNode call = calls.read(request);
        if (call.hasNonNull("dueDate") || call.path("retries").asInt() < 1) {
            throw Refusal.forbidden("closed-call");
        }
        replace(request, call);
    }

    /** A new account, or what is said of one; its id where it is new, "" otherwise. */
    String account(HttpServletRequest request, AccountRules rules, boolean isNew) throws IOException {
        JsonNode account = calls.read(request);
        JsonChecks.ensureReadable(account);
        JsonNode profile = isNew ? account.path("profile") : account;
        List<Refusal.Field> faults = new ArrayList<>();
        if (isNew) {
            faults.addAll(rules.faultsOfId(text(profile, "id")));
        }
        faults.addAll(
                rules.faultsOfProfile(text(profile, "firstName"), text(profile, "lastName"), text(profile, "email")));
        Refusal.throwIfAny(faults);
        replace(request, account);
        return isNew ? text(profile, "id") : "";
    }

    private static String text(JsonNode profile, String field) {
        return profile.path(field).asText("");
    }

    /** The call is over. */
    void end() {
        calls.end();
    }

    private void makeTransient(HttpServletRequest request, Set<String> kept) throws IOException {
        JsonNode call = calls.read(request);
        if (call.hasNonNull("startInstructions")
                || SKIPPING.stream().anyMatch(skipped -> call.path(skipped).asBoolean())) {
            throw Refusal.forbidden("forbidden");
        }
        if (call.get("variables") instanceof ObjectNode variables) {
            for (Map.Entry<String, JsonNode> variable : variables.properties()) {
                ObjectNode value = wellFormed(variable.getKey(), variable.getValue());
                if (!kept.contains(variable.getKey())) {
                    ObjectNode info =
                            value.get("valueInfo") instanceof ObjectNode given ? given : value.putObject("valueInfo");
                    info.put("transient", true);
                }
            }
        }
        replace(request, call);
    }

    /** The variable, unless it is one to which the engine answers 500. */
    private static ObjectNode wellFormed(String name, JsonNode variable) {
        String type = variable.path(TYPE).asText("String");
        if (!TYPES.contains(type)) {
            throw Refusal.invalid(name, "unknown-variable");
        }
        boolean readable = type.equals("File")
                ? variable.path(VALUE).isTextual()
                        && variable.at("/valueInfo/filename").isTextual()
                : !variable.path(VALUE).isContainerNode();
        if (!readable || variable.path(TYPE).isContainerNode() || !(variable instanceof ObjectNode object)) {
            throw Refusal.invalid(name, "json");
        }
        return object;
    }

    private void replace(HttpServletRequest request, JsonNode body) throws IOException {
        request.setAttribute(EngineCaller.BODY, json.writeValueAsBytes(body));
    }
}
