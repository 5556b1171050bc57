package prakat.web.desk;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in; Spring Security handles its form. */
@Controller
class LoginController {

    @GetMapping("/login")
    String form(
            @RequestParam(required = false) String error,
            @RequestParam(required = false) String logout,
            Principal signedIn,
            Model model) {
        if (signedIn != null) {
            return "redirect:/desk";
        }
        model.addAttribute("wrong", error != null);
        model.addAttribute("signedOut", logout != null);
        return "login";
    }
}
