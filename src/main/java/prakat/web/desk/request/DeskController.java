package prakat.web.desk.request;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.data.domain.Page;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import prakat.input.Refusal;
import prakat.organisation.ActingDirectors;
import prakat.organisation.Group;
import prakat.organisation.Office;
import prakat.organisation.Person;
import prakat.request.ProcessView;
import prakat.request.PublicationRequest;
import prakat.request.Requests;
import prakat.request.Status;
import prakat.web.desk.DeskPage;

/** What waits for the signed-in person, and where the requests stand that the person may see. */
@DeskPage
class DeskController {

    private static final String ALL = "all";
    private static final String MINE = "mine";

    private final Requests requests;
    private final ActingDirectors actingDirectors;
    private final ProcessView process;
    private final Office office;
    private final Duties duties;
    private final Sheets sheets;
    private final Escalations escalations;
    private final TransactionTemplate transaction;

    DeskController(
            Requests requests,
            ActingDirectors actingDirectors,
            ProcessView process,
            Office office,
            Duties duties,
            Sheets sheets,
            Escalations escalations,
            TransactionTemplate transaction) {
        this.requests = requests;
        this.actingDirectors = actingDirectors;
        this.process = process;
        this.office = office;
        this.duties = duties;
        this.sheets = sheets;
        this.escalations = escalations;
        this.transaction = transaction;
    }

    /** First what waits for the person, then the person's own requests or, where asked for or for want of own ones, all. */
    @GetMapping("/desk")
    String list(
            @RequestParam(required = false) String of,
            @RequestParam(required = false) String status,
            @RequestParam(required = false) String group,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String page,
            @ModelAttribute("reader") Person reader,
            Locale locale,
            Model model) {
        transaction.executeWithoutResult(transacted -> {
            long mine = count(true, reader);
            boolean all = ALL.equals(of) || (!MINE.equals(of) && mine == 0);
            Selection selection = Selection.of(!all, status, group, q, page);
            Page<PublicationRequest> found = requests.list(selection.filter(), reader);
            model.addAttribute("duties", duties.of(reader, locale));
            model.addAttribute("escalations", escalations.of(reader, locale).orElse(null));
            model.addAttribute("selection", selection);
            model.addAttribute("mineTotal", mine);
            model.addAttribute("allTotal", count(false, reader));
            model.addAttribute("found", found.getTotalElements());
            model.addAttribute("rows", sheets.rows(found.getContent(), locale));
            model.addAttribute("pages", found.getTotalPages());
        });
        model.addAttribute("statuses", List.of(Status.values()));
        model.addAttribute("groups", groups(reader));
        model.addAttribute(
                "decides",
                reader.webOfficer()
                        || reader.deputyDirector()
                        || !reader.directorOf().isEmpty()
                        || !reader.actingFor().isEmpty());
        model.addAttribute("appoints", !actingDirectors.groups(reader).isEmpty());
        model.addAttribute("acting", acting(reader, locale));
        return "desk/list";
    }

    /** One request; with two rounds of it compared, the last two unless others are asked for. */
    @GetMapping("/desk/requests/{id}")
    String request(
            @PathVariable String id,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @ModelAttribute("reader") Person reader,
            Locale locale,
            Model model) {
        transaction.executeWithoutResult(transacted -> {
            PublicationRequest request = requests.get(id, reader);
            model.addAttribute("sheet", sheets.sheet(request, reader, locale));
            model.addAttribute(
                    "comparison",
                    sheets.comparison(request, round(from), round(to), locale).orElse(null));
        });
        return "desk/request";
    }

    /** The model that this request goes through, as it was deployed. */
    @GetMapping("/desk/requests/{id}/model")
    ResponseEntity<byte[]> model(@PathVariable String id, @ModelAttribute("reader") Person reader) {
        String model = process.model(requests.get(id, reader)).orElseThrow(Refusal::notFound);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(model.getBytes(StandardCharsets.UTF_8));
    }

    /** How far it has come, by ids in the model. */
    record Progress(Set<String> passed, Set<String> interrupted, Set<String> active, Set<String> flows) {}

    /** How far this request has come in its model. */
    @GetMapping(path = "/desk/requests/{id}/progress", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Progress progress(@PathVariable String id, @ModelAttribute("reader") Person reader) {
        return process.passage(requests.get(id, reader))
                .map(way -> new Progress(way.passed(), way.interrupted(), way.active(), way.flows()))
                .orElseThrow(Refusal::notFound);
    }

    /**
     * That the reader acts for a director.
     *
     * @param group name
     * @param until when
     */
    record Acting(String group, Instant until) {}

    private List<Acting> acting(Person reader, Locale locale) {
        return actingDirectors.inForce(reader).stream()
                .map(appointment -> new Acting(office.groupName(appointment.groupCode(), locale), appointment.until()))
                .toList();
    }

    private long count(boolean mine, Person reader) {
        return requests.list(new Requests.Filter(null, null, mine, 0, 1), reader)
                .getTotalElements();
    }

    /** The groups whose requests the reader may see. */
    private List<Group> groups(Person reader) {
        return office.groups().stream()
                .filter(group -> reader.seesAllGroups() || reader.belongsTo(group.code()))
                .toList();
    }

    /** What is no number is as if nothing had been asked for. */
    private static Integer round(String said) {
        return said != null && said.matches("[0-9]{1,6}") ? Integer.valueOf(said) : null;
    }
}
