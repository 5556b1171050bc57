package prakat.web.desk;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** The page to sign in; Spring Security handles its form. */
@Controller
class LoginController {

    /** As long as anybody has to wait; a parameter is anybody's to write. */
    private static final Pattern SECONDS = Pattern.compile("[1-9]\\d{0,2}");

    @GetMapping("/login")
    String form(
            @RequestParam(required = false) String error,
            @RequestParam(required = false) String wait,
            @RequestParam(required = false) String logout,
            @CookieValue(name = "PRAKATACCOUNT", required = false) Cookie account,
            Principal signedIn,
            Model model) {
        if (signedIn != null) {
            return "redirect:/desk";
        }
        model.addAttribute("wrong", error != null);
        model.addAttribute("wait", wait != null && SECONDS.matcher(wait).matches() ? wait : null);
        model.addAttribute("account", error == null || account == null ? "" : decoded(account.getValue()));
        model.addAttribute("signedOut", logout != null);
        return "login";
    }

    /** A cookie is anybody's to write: what cannot be read is no account. */
    private static String decoded(String cookie) {
        try {
            return UriUtils.decode(cookie, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
