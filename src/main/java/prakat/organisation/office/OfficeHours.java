package prakat.organisation.office;

import java.time.LocalTime;
import org.springframework.boot.context.properties.bind.DefaultValue;
import prakat.input.SetupException;

/**
 * When the office is open on a working day, in its own zone.
 *
 * @param opens the first minute
 * @param closes the last one, later than the first
 */
public record OfficeHours(@DefaultValue("08:30") LocalTime opens, @DefaultValue("16:30") LocalTime closes) {

    /** Checks the file on start. */
    public OfficeHours {
        if (!opens.isBefore(closes)) {
            throw new SetupException(
                    "organisation.yaml: the office closes at " + closes + ", before it opens at " + opens);
        }
    }
}
