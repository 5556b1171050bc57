package prakat.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.util.UriUtils;
import prakat.web.security.SignInBrake.TooSoon;

/** Back to the form, which has the account's name still: from a cookie, as strangers have no session. */
final class SignInFailure implements AuthenticationFailureHandler {

    /** Read by the form's page. */
    private static final String LAST_ACCOUNT = "PRAKATACCOUNT";

    private static final Duration KEPT = Duration.ofMinutes(5);

    /** In letters, of an account's name. */
    private static final int LONGEST = 64;

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String account = Objects.requireNonNullElse(request.getParameter("username"), "");
        ResponseCookie cookie = ResponseCookie.from(
                        LAST_ACCOUNT,
                        UriUtils.encode(
                                account.substring(0, Math.min(account.length(), LONGEST)), StandardCharsets.UTF_8))
                .path("/login")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        response.sendRedirect(failure instanceof TooSoon soon ? "/login?error&wait=" + soon.seconds() : "/login?error");
    }
}
