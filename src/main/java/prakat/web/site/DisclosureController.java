package prakat.web.site;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import prakat.disclosure.Disclosure;
import prakat.disclosure.DisclosureList;
import prakat.disclosure.DisclosureLists;
import prakat.disclosure.Disclosures;
import prakat.input.Refusal;
import prakat.input.Texts;

/** What the office has to disclose, item by item, and where it is. */
@Controller
class DisclosureController {

    static final String ADDRESS = "/disclosure";

    private final DisclosureLists lists;
    private final Disclosures disclosures;

    DisclosureController(DisclosureLists lists, Disclosures disclosures) {
        this.lists = lists;
        this.disclosures = disclosures;
    }

    /** This fiscal year's. */
    @GetMapping(ADDRESS)
    String thisYear(Model model) {
        return page(lists.thisYear(), ADDRESS, model);
    }

    @GetMapping(ADDRESS + "/{year}")
    String ofYear(@PathVariable String year, Model model) {
        String said = Texts.arabicDigits(year);
        if (!said.matches("[0-9]{4}")) {
            throw Refusal.notFound();
        }
        return page(Integer.parseInt(said), ADDRESS + "/" + said, model);
    }

    private String page(int year, String here, Model model) {
        DisclosureList list = lists.of(year).orElseThrow(Refusal::notFound);
        List<Disclosure> items = disclosures.of(list);
        model.addAttribute("year", year);
        model.addAttribute("here", here);
        model.addAttribute("list", list);
        model.addAttribute("items", items);
        model.addAttribute(
                "published", items.stream().filter(item -> !item.isMissing()).count());
        model.addAttribute(
                "others",
                lists.shownYears().stream().filter(other -> other != year).toList());
        return "disclosure";
    }
}
