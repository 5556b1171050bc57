package prakat.web.desk.request;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import prakat.files.DiskSpace;
import prakat.organisation.ActingDirectors;
import prakat.organisation.Person;
import prakat.organisation.office.Group;
import prakat.organisation.office.Office;
import prakat.request.Status;
import prakat.request.content.PublicationPolicy;
import prakat.request.query.Requests;
import prakat.request.record.ReasonCode;
import prakat.web.Extent;
import prakat.web.desk.DeskPage;
import prakat.web.desk.task.OpenTasks;

/** The desk: the reader's open tasks, and the list of requests that the reader may see. */
@DeskPage
class RequestListController {

    private static final String ALL = "all";
    static final String MINE = "mine";

    /** As the page offers them. */
    private static final List<String> ORDERS = List.of(
            "-submittedAt",
            "submittedAt",
            "-number",
            "number",
            "title",
            "-title",
            "publishUntil",
            "-publishUntil",
            Requests.NEAREST_FIRST);

    private final Requests requests;
    private final ActingDirectors actingDirectors;
    private final Office office;
    private final PublicationPolicy policy;
    private final OpenTasks openTasks;
    private final RequestRows requestRows;
    private final DiskSpace diskSpace;
    private final TransactionTemplate transaction;

    RequestListController(
            Requests requests,
            ActingDirectors actingDirectors,
            Office office,
            PublicationPolicy policy,
            OpenTasks openTasks,
            RequestRows requestRows,
            DiskSpace diskSpace,
            TransactionTemplate transaction) {
        this.requests = requests;
        this.actingDirectors = actingDirectors;
        this.office = office;
        this.policy = policy;
        this.openTasks = openTasks;
        this.requestRows = requestRows;
        this.diskSpace = diskSpace;
        this.transaction = transaction;
    }

    /** The list holds the reader's own requests; all of them where that was asked for or the reader has none. */
    @GetMapping("/desk")
    String list(ListFilter.Address said, Person reader, Locale locale, Model model) {
        transaction.executeWithoutResult(transacted -> {
            long mine = requests.count(true, reader);
            boolean all = ALL.equals(said.of()) || (!MINE.equals(said.of()) && mine == 0);
            ListFilter filter = ListFilter.of(!all, said);
            Requests.Listed found = requests.list(filter.filter(), reader);
            model.addAttribute("tasks", openTasks.of(reader, locale));
            model.addAttribute(
                    "escalations", openTasks.escalated(reader, locale).orElse(null));
            model.addAttribute("filter", filter);
            model.addAttribute("mineTotal", mine);
            model.addAttribute("allTotal", requests.count(false, reader));
            Extent extent = new Extent(
                    filter.page(), ListFilter.PAGE_SIZE, found.total(), found.since(), filter.isNewestFirst());
            model.addAttribute("extent", extent);
            model.addAttribute(
                    "older",
                    extent.goOnAt(filter.until(), office.zone())
                            .map(filter::hrefUntil)
                            .orElse(null));
            model.addAttribute("rows", requestRows.of(found.page(), locale));
        });
        model.addAttribute("statuses", List.of(Status.values()));
        model.addAttribute("events", Requests.EVENTS);
        model.addAttribute("reasons", List.of(ReasonCode.values()));
        model.addAttribute("orders", ORDERS);
        model.addAttribute("mostInFile", RequestSheet.MOST);
        model.addAttribute("groups", groups(reader));
        model.addAttribute("categories", policy.categories());
        model.addAttribute(
                "decides",
                reader.webOfficer()
                        || reader.deputyDirector()
                        || !reader.directorOf().isEmpty()
                        || !reader.actingFor().isEmpty());
        model.addAttribute("appoints", !actingDirectors.groups(reader).isEmpty());
        model.addAttribute("acting", acting(reader, locale));
        model.addAttribute("disk", reader.administrator() ? disk() : null);
        return "desk/list";
    }

    /**
     * An appointment as acting director.
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

    /** The code of what there is room for; null where there is enough for everything. */
    private String disk() {
        DiskSpace.Level level = diskSpace.level();
        return level == DiskSpace.Level.ENOUGH ? null : level.code();
    }

    /** The groups whose requests the reader may see. */
    private List<Group> groups(Person reader) {
        return office.groups().stream()
                .filter(group -> reader.seesGroup(group.code()))
                .toList();
    }
}
