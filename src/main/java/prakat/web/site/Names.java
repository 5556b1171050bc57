package prakat.web.site;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import prakat.organisation.Group;
import prakat.organisation.Office;
import prakat.request.content.PublicationPolicy;

/** The names of categories and groups; the code where the office no longer has one. */
@Component
class Names {

    private final PublicationPolicy policy;
    private final Office office;

    Names(PublicationPolicy policy, Office office) {
        this.policy = policy;
        this.office = office;
    }

    List<PublicationPolicy.Category> categories() {
        return policy.categories();
    }

    List<Group> groups() {
        return office.groups();
    }

    String category(String code, Locale locale) {
        return category(categories(), code, locale);
    }

    /** The same with the policy at hand: it is a decision of the engine's, which a list takes once and not per line. */
    String category(List<PublicationPolicy.Category> categories, String code, Locale locale) {
        return categories.stream()
                .filter(category -> category.code().equals(code))
                .findFirst()
                .map(category -> category.name().in(locale))
                .orElse(code);
    }

    String group(String code, Locale locale) {
        return office.groupName(code, locale);
    }

    String office(Locale locale) {
        return office.name().in(locale);
    }
}
