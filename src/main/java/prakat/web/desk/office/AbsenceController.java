package prakat.web.desk.office;

import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import prakat.input.Refusal;
import prakat.organisation.ActingDirector;
import prakat.organisation.ActingDirectors;
import prakat.organisation.ActingDirectors.Appointment;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.organisation.Staff;
import prakat.organisation.office.Group;
import prakat.organisation.office.WrittenDates;
import prakat.web.desk.DeskPage;
import prakat.web.desk.FieldErrors;

/** The page on which directors and administrators appoint acting directors. */
@DeskPage
@RequestMapping("/desk/acting-directors")
class AbsenceController {

    private static final List<String> FIELDS = List.of("group", "user", "from", "until");
    private static final Typed NOTHING_TYPED = new Typed("", "", "", "");

    private final ActingDirectors actingDirectors;
    private final Organisation organisation;
    private final FieldErrors fieldErrors;
    private final WrittenDates dates;
    private final MessageSource messages;
    private final Clock clock;

    AbsenceController(
            ActingDirectors actingDirectors,
            Organisation organisation,
            FieldErrors fieldErrors,
            WrittenDates dates,
            MessageSource messages,
            Clock clock) {
        this.actingDirectors = actingDirectors;
        this.organisation = organisation;
        this.fieldErrors = fieldErrors;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
    }

    record Typed(String group, String user, String from, String until) {}

    /**
     * An appointment, in words.
     *
     * @param groupName in the reader's language
     * @param name of the one who acts
     * @param user account of the one who acts
     * @param begun whether it is in force
     * @param appointedBy name of the one who appointed
     */
    record Absence(
            String id,
            String group,
            String groupName,
            String name,
            String user,
            Instant from,
            Instant until,
            boolean begun,
            String appointedBy) {}

    @GetMapping
    ModelAndView list(Person reader, Locale locale) {
        return page(reader, NOTHING_TYPED, Map.of(), locale);
    }

    @PostMapping
    ModelAndView appoint(
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Person reader,
            Locale locale,
            RedirectAttributes next) {
        Appointment appointment = new Appointment(user, FieldErrors.day(from), FieldErrors.day(until));
        try {
            if (group.isBlank()) {
                throw Refusal.invalid("group", "needed");
            }
            ActingDirector appointed = actingDirectors.appoint(group, reader, () -> appointment);
            Object[] words = {
                organisation.nameOf(appointed.person()),
                groupName(group, reader, locale),
                dates.moment(appointed.until(), locale)
            };
            next.addFlashAttribute("said", messages.getMessage("acting.done", words, locale));
        } catch (Refusal refusal) {
            return page(reader, new Typed(group, user, from, until), fieldErrors.of(refusal, FIELDS, locale), locale);
        }
        return new ModelAndView("redirect:/desk/acting-directors");
    }

    @GetMapping("/{group}/{id}/end")
    ModelAndView ask(@PathVariable String group, @PathVariable String id, Person reader, Locale locale) {
        ActingDirector appointment = actingDirectors.get(group, id, reader);
        return new ModelAndView("desk/acting-end", "absence", absence(appointment, groupNames(reader, locale)));
    }

    @PostMapping("/{group}/{id}/end")
    String end(
            @PathVariable String group,
            @PathVariable String id,
            Person reader,
            Locale locale,
            RedirectAttributes next) {
        ActingDirector appointment = actingDirectors.get(group, id, reader);
        actingDirectors.end(group, id, reader);
        Object[] words = {organisation.nameOf(appointment.person()), groupName(group, reader, locale)};
        next.addFlashAttribute("said", messages.getMessage("acting.ended", words, locale));
        return "redirect:/desk/acting-directors";
    }

    private ModelAndView page(Person reader, Typed typed, Map<String, String> errors, Locale locale) {
        Map<String, String> groups = groupNames(reader, locale);
        if (groups.isEmpty()) {
            throw Refusal.forbidden("not-yours-to-appoint");
        }
        ModelAndView page =
                new ModelAndView("desk/acting-directors", errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("groups", groups);
        page.addObject(
                "absences",
                groups.keySet().stream()
                        .flatMap(group -> actingDirectors.list(group, reader).stream())
                        .map(appointment -> absence(appointment, groups))
                        .toList());
        page.addObject("staff", staff());
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        return page;
    }

    /** Sorted as in a Thai dictionary, since the names are Thai. */
    private List<Staff> staff() {
        Comparator<Object> dictionary = Collator.getInstance(Locale.forLanguageTag("th"));
        return organisation.staff().stream()
                .sorted(Comparator.comparing(Staff::name, dictionary).thenComparing(Staff::id))
                .toList();
    }

    /** By code, in the office's order. */
    private Map<String, String> groupNames(Person reader, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Group group : actingDirectors.groups(reader)) {
            names.put(group.code(), group.name().in(locale));
        }
        return names;
    }

    private String groupName(String group, Person reader, Locale locale) {
        return groupNames(reader, locale).get(group);
    }

    private Absence absence(ActingDirector appointment, Map<String, String> groups) {
        return new Absence(
                appointment.id(),
                appointment.groupCode(),
                groups.get(appointment.groupCode()),
                organisation.nameOf(appointment.person()),
                appointment.person(),
                appointment.from(),
                appointment.until(),
                !appointment.from().isAfter(clock.instant()),
                organisation.nameOf(appointment.appointedBy()));
    }
}
