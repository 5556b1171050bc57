package prakat.web.desk.printed;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import prakat.organisation.Person;
import prakat.organisation.office.Office;
import prakat.request.PublicationRequest;
import prakat.request.content.PublicationPolicy;
import prakat.request.content.Revision;
import prakat.request.query.PrintedRecords;
import prakat.request.query.Requests;
import prakat.request.record.PrintedRecord;
import prakat.web.PublicAddress;
import prakat.web.desk.DeskPage;
import prakat.web.desk.printed.PaperForm.Signature;

/** The office's paper form for a request, to be printed by the reader's browser. */
@DeskPage
class PaperFormController {

    private final Requests requests;
    private final Office office;
    private final PublicationPolicy policy;
    private final PublicAddress address;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PaperFormController(
            Requests requests,
            Office office,
            PublicationPolicy policy,
            PublicAddress address,
            Clock clock,
            TransactionTemplate transaction) {
        this.requests = requests;
        this.office = office;
        this.policy = policy;
        this.address = address;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/desk/requests/{id}/form")
    String form(
            @PathVariable String id,
            @RequestParam(required = false) String digits,
            Person reader,
            Locale locale,
            Model model) {
        model.addAttribute("form", transaction.execute(status -> form(requests.get(id, reader), locale)));
        model.addAttribute("digits", Digits.of(digits, locale));
        return "desk/form";
    }

    private PaperForm form(PublicationRequest request, Locale locale) {
        PrintedRecord printed = PrintedRecords.of(request);
        Revision content = request.current();
        String checkPage = address.base() + "/verify";
        String checkAddress = checkPage + "/" + printed.number() + "?code=" + printed.code();
        return new PaperForm(
                request.id(),
                printed,
                content,
                policy.categoryName(content.category(), locale),
                office.groupName(printed.group(), locale),
                List.of(
                        Signature.of("provider", printed.proposal(), office),
                        Signature.of("certifier", printed.certification(), office),
                        Signature.of("publisher", printed.permission(), office)),
                checkPage,
                checkAddress,
                QrPicture.of(checkAddress),
                clock.instant());
    }
}
