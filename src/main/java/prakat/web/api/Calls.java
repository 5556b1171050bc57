package prakat.web.api;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.Principal;
import org.springframework.stereotype.Component;
import prakat.input.Refusal;
import prakat.organisation.Organisation;
import prakat.organisation.Person;

/** Reads the caller and the body of a call to {@code /api}. */
@Component
class Calls {

    private final Organisation organisation;
    private final ObjectMapper json;

    Calls(Organisation organisation, ObjectMapper json) {
        this.organisation = organisation;
        this.json = json;
    }

    /** The person behind the caller's account. */
    Person person(Principal caller) {
        return organisation.person(caller.getName()).orElseThrow(() -> Refusal.forbidden("not-staff"));
    }

    /** The same, where the caller has a part in the procedure. */
    Person staff(Principal caller) {
        Person person = person(caller);
        if (!person.isStaff()) {
            throw Refusal.forbidden("not-staff");
        }
        return person;
    }

    /**
     * The body as JSON says it. Read late, so that who may act and the state come before the content.
     *
     * @param body null or empty for none, which is refused
     */
    <T> T read(byte[] body, Class<T> type) {
        try {
            T read = body == null || body.length == 0 ? null : json.readValue(body, type);
            if (read == null) {
                throw Refusal.invalid("request", "json");
            }
            return read;
        } catch (JsonMappingException e) {
            throw Refusal.invalid(ApiErrors.fieldOf(e), "json");
        } catch (IOException e) {
            throw Refusal.invalid("request", "json");
        }
    }
}
