package prakat.web.desk;

import java.security.Principal;
import java.util.Locale;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import prakat.input.Refusal;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.request.Requests;

/** Where the signed-in person's requests stand, and those that the person may see besides. */
@Controller
class DeskController {

    private static final int PAGE_SIZE = 20;
    private static final int LAST_PAGE = 100_000;
    private static final String MINE = "mine";
    private static final String ALL = "all";

    private final Requests requests;
    private final Organisation organisation;
    private final Sheets sheets;
    private final TransactionTemplate transaction;

    DeskController(Requests requests, Organisation organisation, Sheets sheets, TransactionTemplate transaction) {
        this.requests = requests;
        this.organisation = organisation;
        this.sheets = sheets;
        this.transaction = transaction;
    }

    @ModelAttribute("reader")
    Person reader(Principal caller) {
        return organisation
                .person(caller.getName())
                .filter(Person::isStaff)
                .orElseThrow(() -> Refusal.forbidden("not-staff"));
    }

    /** The person's own requests; for one who has none, and where it is asked for, all that the person may see. */
    @GetMapping("/desk")
    String list(
            @RequestParam(required = false) String of,
            @RequestParam(required = false) String page,
            @ModelAttribute("reader") Person reader,
            Locale locale,
            Model model) {
        transaction.executeWithoutResult(status -> {
            int asked = pageOf(page);
            long mine = count(true, reader);
            boolean all = ALL.equals(of) || (!MINE.equals(of) && mine == 0);
            Page<Row> rows = requests.list(new Requests.Filter(null, null, !all, asked - 1, PAGE_SIZE), reader)
                    .map(request -> sheets.row(request, locale));
            model.addAttribute("of", all ? ALL : MINE);
            model.addAttribute("mineTotal", mine);
            model.addAttribute("allTotal", count(false, reader));
            model.addAttribute("rows", rows.getContent());
            model.addAttribute("page", asked);
            model.addAttribute("pages", rows.getTotalPages());
        });
        return "desk/list";
    }

    @GetMapping("/desk/requests/{id}")
    String request(@PathVariable String id, @ModelAttribute("reader") Person reader, Locale locale, Model model) {
        model.addAttribute("sheet", transaction.execute(status -> sheets.sheet(requests.get(id, reader), locale)));
        return "desk/request";
    }

    private long count(boolean mine, Person reader) {
        return requests.list(new Requests.Filter(null, null, mine, 0, 1), reader)
                .getTotalElements();
    }

    /** From 1; what is no page is the first one. */
    private static int pageOf(String said) {
        try {
            int page = said == null ? 1 : Integer.parseInt(said.strip());
            return page < 1 || page > LAST_PAGE ? 1 : page;
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
