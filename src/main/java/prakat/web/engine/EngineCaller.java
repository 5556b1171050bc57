package prakat.web.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import java.io.ByteArrayInputStream;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;
import prakat.organisation.Organisation;

/**
 * Gives a call of the engine's REST the body that was rewritten for it, and says who makes it, with the caller's groups at
 * this moment: an acting director is one of the directors for that time, which the engine's own filters do not know. The
 * filters in front take the caller away again.
 */
@PreMatching
public class EngineCaller implements ContainerRequestFilter {

    /** The request's attribute with the body, as bytes; without it the body is what was sent. */
    static final String BODY = EngineCaller.class.getName() + ".body";

    @Context
    private HttpServletRequest request;

    /** Made by Jersey. */
    public EngineCaller() {}

    @Override
    public void filter(ContainerRequestContext call) {
        if (request.getAttribute(BODY) instanceof byte[] body) {
            call.setEntityStream(new ByteArrayInputStream(body));
        }
        String caller = request.getRemoteUser();
        if (caller != null) {
            WebApplicationContext context =
                    WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext());
            context.getBean(IdentityService.class)
                    .setAuthentication(
                            caller, context.getBean(Organisation.class).groupIds(caller));
        }
    }
}
