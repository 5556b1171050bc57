package prakat.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;

/** Tells Tasklist, Cockpit and Admin who is signed in: the one sign-in counts there too. Made by the engine's filter. */
public class WebappIdentity implements AuthenticationProvider {

    /** Made by name. */
    public WebappIdentity() {}

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        return request.getRemoteUser() == null
                ? AuthenticationResult.unsuccessful()
                : AuthenticationResult.successful(request.getRemoteUser());
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // The sign-in page comes first: only people who are signed in get here.
    }
}
