package prakat.calendar;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.input.Days;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.organisation.office.Office;

/**
 * The office's holidays, year by year: everybody of the staff reads them, administrators keep them. Years are Gregorian
 * ones here. The program brings the first years along; what the office made of them since stays.
 */
@Service
@Transactional
public class Holidays {

    private static final Logger log = LoggerFactory.getLogger(Holidays.class);

    /** Of which years the program brings a list, {@code holidays/<Buddhist year>.csv}. */
    private static final List<Integer> BROUGHT = List.of(2026, 2027);

    private static final String SYSTEM = "system";

    private final HolidayRepository holidays;
    private final Office office;
    private final Clock clock;
    private final TransactionTemplate each;
    private final Set<Integer> warned = ConcurrentHashMap.newKeySet();

    Holidays(HolidayRepository holidays, Office office, Clock clock, TransactionTemplate each) {
        this.holidays = holidays;
        this.office = office;
        this.clock = clock;
        this.each = each;
    }

    /** Fills the years that the program knows and the office has nothing of. */
    @PostConstruct
    void bring() {
        for (int year : BROUGHT) {
            try {
                each.executeWithoutResult(status -> {
                    if (!isKnown(year)) {
                        enter(brought(year), SYSTEM);
                    }
                });
            } catch (DataIntegrityViolationException e) {
                log.info("Another node has brought the holidays of {}", year);
            }
        }
    }

    /** The year's holidays, the earliest first; empty where nobody has entered any. */
    @Transactional(readOnly = true)
    public List<Holiday> of(int year) {
        return holidays.findByFallsOnBetweenOrderByFallsOn(first(year), last(year));
    }

    /** The years in which there are holidays, the earliest first. */
    @Transactional(readOnly = true)
    public SortedSet<Integer> years() {
        SortedSet<Integer> years = new TreeSet<>();
        holidays.days().forEach(day -> years.add(day.getYear()));
        return years;
    }

    /** The working days as the table has them now. */
    @Transactional(readOnly = true)
    public WorkingDays workingDays() {
        return new WorkingDays(holidays.days(), office.zone(), office.hours(), this::warn);
    }

    /**
     * The holiday on that day.
     *
     * @throws Refusal where it is none, or not this person's to change
     */
    @Transactional(readOnly = true)
    public Holiday get(LocalDate day, Person by) {
        ensureKeeper(by);
        return holidays.findById(day).orElseThrow(Refusal::notFound);
    }

    /**
     * A holiday as it was typed.
     *
     * @param day as {@link Days} reads it
     * @param nameEn may be left out
     * @param source by what it is a holiday
     */
    public record Typed(String day, String nameTh, String nameEn, String source) {}

    /** Enters one. */
    public Holiday add(Typed typed, Person by) {
        ensureKeeper(by);
        HolidayEntry entry = HolidayEntry.read(typed.day(), typed.nameTh(), typed.nameEn(), typed.source());
        if (holidays.existsById(entry.day())) {
            throw Refusal.invalid("day", "holiday-twice");
        }
        return holidays.saveAndFlush(new Holiday(entry, by.id(), clock.instant()));
    }

    /** Takes one out. */
    public void remove(LocalDate day, Person by) {
        holidays.delete(get(day, by));
    }

    /**
     * Puts the list in a file in place of the year's.
     *
     * @param file CSV in UTF-8: day, name in Thai, name in English, source
     * @return how many there are now
     * @throws Refusal with everything that is wrong, line by line; then nothing has changed
     */
    public int replace(int year, byte[] file, Person by) {
        ensureKeeper(by);
        List<HolidayEntry> entries = HolidayFile.read(file, year);
        holidays.deleteBetween(first(year), last(year));
        enter(entries, by.id());
        return entries.size();
    }

    /** The year's list as such a file. */
    @Transactional(readOnly = true)
    public byte[] file(int year) {
        return HolidayFile.write(of(year));
    }

    /** Whether the person keeps the list. */
    public boolean isKeptBy(Person person) {
        return person.administrator();
    }

    private void ensureKeeper(Person person) {
        if (!isKeptBy(person)) {
            throw Refusal.forbidden("not-yours-to-keep");
        }
    }

    private void enter(List<HolidayEntry> entries, String by) {
        holidays.saveAllAndFlush(entries.stream()
                .map(entry -> new Holiday(entry, by, clock.instant()))
                .toList());
    }

    private boolean isKnown(int year) {
        return holidays.existsByFallsOnBetween(first(year), last(year));
    }

    private void warn(int year) {
        if (warned.add(year)) {
            log.warn(
                    "No holidays are known of {} (B.E. {}): only weekends are kept. An administrator enters them at"
                            + " /desk/holidays",
                    year,
                    Days.buddhistYear(year));
        }
    }

    private static List<HolidayEntry> brought(int year) {
        try (InputStream file =
                new ClassPathResource("holidays/" + Days.buddhistYear(year) + ".csv").getInputStream()) {
            return HolidayFile.read(file.readAllBytes(), year);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalDate first(int year) {
        return Year.of(year).atDay(1);
    }

    private static LocalDate last(int year) {
        return first(year).plusYears(1).minusDays(1);
    }
}
