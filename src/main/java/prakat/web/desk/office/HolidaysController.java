package prakat.web.desk.office;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import prakat.calendar.Holiday;
import prakat.calendar.Holidays;
import prakat.calendar.Holidays.Typed;
import prakat.input.Days;
import prakat.input.Refusal;
import prakat.input.Texts;
import prakat.organisation.Person;
import prakat.organisation.office.Office;
import prakat.organisation.office.Text;
import prakat.organisation.office.WrittenDates;
import prakat.web.desk.DeskPage;
import prakat.web.desk.FieldErrors;

/** The office's holidays, which all staff may read and administrators may change. */
@DeskPage
@RequestMapping("/desk/holidays")
class HolidaysController {

    private static final List<String> FIELDS = List.of("day", "nameTh", "nameEn", "source", "word");
    private static final Typed NOTHING_TYPED = new Typed("", "", "", "");
    private static final int TO_BUDDHIST_ERA = Days.buddhistYear(0);

    private final Holidays holidays;
    private final Office office;
    private final FieldErrors fieldErrors;
    private final WrittenDates dates;
    private final MessageSource messages;
    private final Clock clock;

    HolidaysController(
            Holidays holidays,
            Office office,
            FieldErrors fieldErrors,
            WrittenDates dates,
            MessageSource messages,
            Clock clock) {
        this.holidays = holidays;
        this.office = office;
        this.fieldErrors = fieldErrors;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A holiday, in words.
     *
     * @param id the day, as ISO 8601 writes it
     * @param day in words
     * @param weekday in words
     */
    record Line(String id, String day, String weekday, String name, String source) {}

    /** The holidays of a year of the Buddhist Era; of this year where none is given. */
    @GetMapping
    ModelAndView list(@RequestParam(required = false) String year, Person reader, Locale locale) {
        return page(reader, year(year), NOTHING_TYPED, null, locale);
    }

    @GetMapping("/{year:[0-9]{4}}.csv")
    ResponseEntity<byte[]> file(@PathVariable String year, Person reader) {
        ContentDisposition name = ContentDisposition.attachment()
                .filename("holidays-" + year + ".csv")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(holidays.file(year(year)));
    }

    @PostMapping
    ModelAndView add(
            @RequestParam(required = false) String year,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String nameTh,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "") String source,
            Person reader,
            Locale locale,
            RedirectAttributes next) {
        Typed typed = new Typed(day, nameTh, nameEn, source);
        try {
            Holiday added = holidays.add(typed, reader);
            say("holidays.added", added, locale, next);
            return back(added.day().getYear());
        } catch (Refusal refusal) {
            return page(reader, year(year), typed, refusal, locale);
        }
    }

    @GetMapping("/{day}/remove")
    ModelAndView ask(@PathVariable String day, Person reader, Locale locale) {
        Holiday holiday = holidays.get(day(day), reader);
        ModelAndView page = new ModelAndView("desk/holiday-remove", "holiday", line(holiday, locale));
        page.addObject("year", Days.buddhistYear(holiday.day().getYear()));
        return page;
    }

    @PostMapping("/{day}/remove")
    ModelAndView remove(@PathVariable String day, Person reader, Locale locale, RedirectAttributes next) {
        Holiday holiday = holidays.get(day(day), reader);
        holidays.remove(holiday.day(), reader);
        say("holidays.removed", holiday, locale, next);
        return back(holiday.day().getYear());
    }

    /** Replaces the year's holidays by those of a file. Nothing changes where something in the file is wrong. */
    @PostMapping("/import")
    ModelAndView replace(
            @RequestParam(required = false) String year,
            @RequestParam(defaultValue = "") String word,
            @RequestParam(required = false) MultipartFile file,
            Person reader,
            Locale locale,
            RedirectAttributes next)
            throws IOException {
        int wanted = year(year);
        try {
            int count = replace(wanted, word, file, reader, locale);
            Object[] words = {shown(wanted, locale), count};
            next.addFlashAttribute("said", messages.getMessage("holidays.imported", words, locale));
            return back(wanted);
        } catch (Refusal refusal) {
            return page(reader, wanted, NOTHING_TYPED, refusal, locale);
        }
    }

    private int replace(int year, String word, MultipartFile file, Person reader, Locale locale) throws IOException {
        // Rights come before the content of the file.
        if (!holidays.isKeptBy(reader)) {
            throw Refusal.forbidden("not-yours-to-keep");
        }
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("file", "holiday-file-missing");
        }
        String expected = messages.getMessage("holidays.the-word", null, locale);
        if (!Texts.line(word).equalsIgnoreCase(expected)) {
            throw Refusal.invalid("word", "holiday-word", expected);
        }
        return holidays.replace(year, file.getBytes(), reader);
    }

    /** @param wrong null where nothing is */
    private ModelAndView page(Person reader, int year, Typed typed, Refusal wrong, Locale locale) {
        boolean inFile = wrong != null && wrong.fields().stream().anyMatch(field -> "file".equals(field.name()));
        ModelAndView page = new ModelAndView("desk/holidays", wrong == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("errors", wrong == null || inFile ? Map.of() : fieldErrors.of(wrong, FIELDS, locale));
        page.addObject(
                "fileErrors",
                inFile
                        ? wrong.fields().stream()
                                .map(field -> fieldErrors.text(field, Map.of(), locale))
                                .toList()
                        : List.of());
        page.addObject("year", Days.buddhistYear(year));
        page.addObject("shown", shown(year, locale));
        Map<Integer, String> years = new LinkedHashMap<>();
        years(year).forEach(one -> years.put(Days.buddhistYear(one), shown(one, locale)));
        page.addObject("years", years);
        page.addObject(
                "holidays",
                holidays.of(year).stream().map(holiday -> line(holiday, locale)).toList());
        page.addObject("keeps", holidays.isKeptBy(reader));
        page.addObject("typed", typed);
        return page;
    }

    /** The years with holidays, the present one, and the next one to be entered. */
    private SortedSet<Integer> years(int shown) {
        SortedSet<Integer> years = new TreeSet<>(holidays.years());
        years.add(thisYear());
        years.add(years.last() + 1);
        years.add(shown);
        return years;
    }

    private int thisYear() {
        return clock.instant().atZone(office.zone()).getYear();
    }

    /** The Gregorian year; the present one for what is not a year. */
    private int year(String buddhist) {
        return buddhist != null && buddhist.matches("2[4-9][0-9]{2}")
                ? Integer.parseInt(buddhist) - TO_BUDDHIST_ERA
                : thisYear();
    }

    private static LocalDate day(String said) {
        return Days.day(said).orElseThrow(Refusal::notFound);
    }

    private Line line(Holiday holiday, Locale locale) {
        return new Line(
                holiday.day().toString(),
                dates.day(holiday.day(), locale),
                holiday.day().getDayOfWeek().getDisplayName(TextStyle.FULL, locale),
                holiday.name().in(locale),
                holiday.source());
    }

    private void say(String word, Holiday holiday, Locale locale, RedirectAttributes next) {
        Object[] words = {holiday.name().in(locale), dates.day(holiday.day(), locale)};
        next.addFlashAttribute("said", messages.getMessage(word, words, locale));
    }

    /** The year in the reader's calendar, without a separator. */
    private static String shown(int year, Locale locale) {
        return new Text(String.valueOf(Days.buddhistYear(year)), String.valueOf(year)).in(locale);
    }

    private static ModelAndView back(int year) {
        return new ModelAndView("redirect:/desk/holidays?year=" + Days.buddhistYear(year));
    }
}
