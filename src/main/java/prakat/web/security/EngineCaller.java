package prakat.web.security;

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
 * Gives a call of the engine's REST the body that was written anew for it, and says in whose name a call of the engine's REST it is made,
 * with what the caller is at this moment: who acts for a director is one of the directors in that time, which the engine's
 * own filters do not know. Ended by the filters in front.
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
