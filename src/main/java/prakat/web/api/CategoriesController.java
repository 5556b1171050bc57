package prakat.web.api;

import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import prakat.request.content.PublicationPolicy;

/** {@code /api/categories}: the policy, for forms that show it. */
@RestController
@RequestMapping("/api/categories")
class CategoriesController {

    private final PublicationPolicy policy;

    CategoriesController(PublicationPolicy policy) {
        this.policy = policy;
    }

    record CategoryAnswer(
            String code, String name, int defaultDays, int longestDays, int reminderDays, int reviewDays) {}

    @GetMapping
    List<CategoryAnswer> list(Locale locale) {
        return policy.categories().stream()
                .map(category -> new CategoryAnswer(
                        category.code(),
                        category.name().in(locale),
                        category.defaultDays(),
                        category.longestDays(),
                        category.reminderDays(),
                        category.reviewDays()))
                .toList();
    }
}
