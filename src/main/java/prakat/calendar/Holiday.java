package prakat.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import prakat.organisation.office.Text;

/** A day on which the office is closed (วันหยุดราชการ), and who says so. */
@Entity
public class Holiday {

    @Id
    private LocalDate fallsOn;

    private String nameTh;
    private String nameEn;
    private String source;

    /** The account that entered it; {@code system} for what the program brought. */
    private String enteredBy;

    private Instant enteredAt;

    /** For JPA. */
    protected Holiday() {}

    Holiday(HolidayEntry entry, String enteredBy, Instant at) {
        this.fallsOn = entry.day();
        this.nameTh = entry.nameTh();
        this.nameEn = entry.nameEn();
        this.source = entry.source();
        this.enteredBy = enteredBy;
        this.enteredAt = at;
    }

    /** The day, in the office's zone. */
    public LocalDate day() {
        return fallsOn;
    }

    /** Its name; in both languages the Thai one where it has no other. */
    public Text name() {
        return new Text(nameTh, nameEn);
    }

    /** By what it is one: a regulation, a resolution, an announcement. */
    public String source() {
        return source;
    }
}
