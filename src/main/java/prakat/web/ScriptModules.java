package prakat.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import prakat.input.Sha256;

/**
 * Where the browser finds the editor's modules: by the names under which they import each other, with the version or the
 * digest in each address, so that they are kept for good.
 */
@Component
public class ScriptModules {

    private static final List<String> LIBRARIES = List.of(
            "prosemirror-model",
            "prosemirror-state",
            "prosemirror-transform",
            "prosemirror-view",
            "prosemirror-commands",
            "prosemirror-keymap",
            "prosemirror-history",
            "prosemirror-schema-list",
            "prosemirror-tables",
            "prosemirror-gapcursor",
            "orderedmap",
            "rope-sequence");
    private static final List<String> OURS = List.of(
            "/assets/desk-body.js",
            "/assets/desk-dates.js",
            "/assets/desk-dialogs.js",
            "/assets/desk-editor.js",
            "/assets/desk-paste.js",
            "/assets/desk-pictures.js",
            "/assets/desk-session.js",
            "/assets/desk-texts.js",
            "/assets/desk-unsent.js");

    private final ResourceUrlProvider addresses;
    private final ObjectMapper json;

    ScriptModules(ResourceUrlProvider addresses, ObjectMapper json) {
        this.addresses = addresses;
        this.json = json;
    }

    /** The text of the page's import map. */
    public String importMap() {
        try {
            return json.writeValueAsString(Map.of("imports", imports()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address of each module, to be loaded before the one that asks for it has come. */
    public Collection<String> addresses() {
        return imports().values();
    }

    /** By what a Content Security Policy knows the import map, and lets nothing else in that is written into a page. */
    public String policySource() {
        byte[] digest = Sha256.begin().digest(importMap().getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    private Map<String, String> imports() {
        Map<String, String> imports = new LinkedHashMap<>();
        LIBRARIES.forEach(name -> imports.put(name, address("/webjars/" + name + "/dist/index.js")));
        imports.put("w3c-keyname", address("/webjars/w3c-keyname/index.js"));
        imports.put("sortablejs", address("/webjars/sortablejs/modular/sortable.esm.js"));
        OURS.forEach(path -> imports.put(path, address(path)));
        return imports;
    }

    private String address(String path) {
        String address = addresses.getForLookupPath(path);
        if (address == null) {
            throw new IllegalStateException("there is no " + path);
        }
        return address;
    }
}
