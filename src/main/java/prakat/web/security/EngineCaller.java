package prakat.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;
import prakat.organisation.Organisation;

/**
 * Says in whose name a call of the engine's REST is made, with what the caller is at this moment: who acts for a director
 * is one of the directors in that time, which the engine's own filters do not know. Ended by the filters in front.
 */
@PreMatching
public class EngineCaller implements ContainerRequestFilter {

    @Context
    private HttpServletRequest request;

    /** Made by Jersey. */
    public EngineCaller() {}

    @Override
    public void filter(ContainerRequestContext call) {
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
