package prakat.web.api;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import prakat.request.Refusal;

/** What is under {@code /api} and is no call of it: answered like everything else there. */
@RestController
class Elsewhere {

    @RequestMapping("/api/**")
    void nothing() {
        throw Refusal.notFound();
    }
}
