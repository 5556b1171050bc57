package prakat.web.engine;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;
import prakat.input.Refusal;
import prakat.organisation.Organisation;
import prakat.web.Uploads;

/**
 * Gives a call of the engine's REST the body that was rewritten for it, and says who makes it, with the caller's groups at
 * this moment: an acting director is one of the directors for that time, which the engine's own filters do not know. The
 * filters in front take the caller away again.
 */
@PreMatching
public class EngineCaller implements ContainerRequestFilter {

    /** The request's attribute with the body, as bytes; without it the body is what was sent. */
    static final String BODY = EngineCaller.class.getName() + ".body";

    /** In bytes. */
    private static final int LARGEST_BODY = 1024 * 1024;

    private static final Pattern FORM = Pattern.compile("([^?]*/task/[^/?]+)/submit-form([?].*)?");

    private static final Set<String> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT);
    private static final String NOTHING_SAID = "{}";

    @Context
    private HttpServletRequest request;

    /** Made by Jersey. */
    public EngineCaller() {}

    @Override
    public void filter(ContainerRequestContext call) throws IOException {
        WebApplicationContext context =
                WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext());
        if (HttpMethod.OPTIONS.equals(call.getMethod())) {
            // Else the answer is a list of all that there is.
            call.abortWith(Response.noContent().build());
            return;
        }
        Matcher form = FORM.matcher(call.getUriInfo().getRequestUri().toString());
        if (form.matches()) {
            // The forms have no fields that the engine knows, and it would look for a variable in the task alone.
            call.setRequestUri(URI.create(form.group(1) + "/complete" + Objects.requireNonNullElse(form.group(2), "")));
        }
        // Nothing of the engine's comes in several languages, and it fails over a header that it cannot read.
        call.getHeaders().remove(HttpHeaders.ACCEPT_LANGUAGE);
        if (request.getAttribute(BODY) instanceof byte[] body) {
            call.setEntityStream(new ByteArrayInputStream(body));
        } else if (call.getMediaType() == null || MediaType.APPLICATION_JSON_TYPE.isCompatible(call.getMediaType())) {
            call.setEntityStream(new ByteArrayInputStream(readable(call, context.getBean(ObjectMapper.class))));
        }
        String caller = request.getRemoteUser();
        if (caller != null) {
            context.getBean(IdentityService.class)
                    .setAuthentication(
                            caller, context.getBean(Organisation.class).groupIds(caller));
        }
    }

    private static byte[] readable(ContainerRequestContext call, ObjectMapper json) throws IOException {
        byte[] body = call.getEntityStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw Uploads.tooLarge();
        }
        try {
            if (body.length == 0 && WITH_BODY.contains(call.getMethod())) {
                // The engine fails where it asks for a body and there is none.
                call.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
                return NOTHING_SAID.getBytes(StandardCharsets.UTF_8);
            }
            if (body.length > 0 && call.getMediaType() != null) {
                JsonChecks.ensureReadable(json.readTree(body));
            }
            return body;
        } catch (JacksonException | CharConversionException e) {
            throw Refusal.invalid("request", "json");
        }
    }
}
