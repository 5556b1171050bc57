package prakat.organisation.office;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import prakat.input.SetupException;

/**
 * The office as its {@code organisation.yaml} describes it.
 *
 * @param name the office's full name
 * @param shortName its short name, for narrow places
 * @param zone the zone in which dates without an offset are meant
 * @param hours when the office is open on a working day
 * @param webOfficersGroup code of the group whose staff keep the website and whose director stands in for them
 * @param groups all groups, in the order in which the office lists them
 * @param positions titles by {@link Capacity#code() capacity}, for records and pages
 * @param logo where the logo lies, a PNG
 * @param colours of links and buttons, and of the band on top of the pages
 * @param contact how people reach the office; null where it says nothing of it
 */
@ConfigurationProperties("prakat.organisation")
public record Office(
        Text name,
        Text shortName,
        @DefaultValue("Asia/Bangkok") ZoneId zone,
        @DefaultValue OfficeHours hours,
        String webOfficersGroup,
        List<Group> groups,
        Map<String, Text> positions,
        @DefaultValue("classpath:/static/assets/logo.png") String logo,
        @DefaultValue Colours colours,
        Contact contact) {

    /** Checks the file on start: a group that is not listed has no director, and one that is called like another has its rights. */
    public Office {
        if (groups == null || groups.isEmpty()) {
            throw new SetupException("organisation.yaml lists no groups");
        }
        String ict = webOfficersGroup;
        if (groups.stream().noneMatch(group -> group.code().equals(ict))) {
            throw new SetupException("organisation.yaml: web-officers-group '" + ict + "' is not one of its groups");
        }
        Set<String> codes = new HashSet<>();
        for (Group group : groups) {
            if (Group.isReserved(group.code()) || !codes.add(group.code())) {
                throw new SetupException(
                        "organisation.yaml: the code '" + group.code() + "' is used twice or by the program itself");
            }
        }
        groups = List.copyOf(groups);
        positions = positions == null ? Map.of() : Map.copyOf(positions);
        Logo.read(logo);
    }

    /** The group of that code, if the office has one. */
    public Optional<Group> group(String code) {
        return groups.stream().filter(group -> group.code().equals(code)).findFirst();
    }

    /** What the group of that code is called; its code where the office has no such group any more. */
    public String groupName(String code, Locale locale) {
        return group(code).map(group -> group.name().in(locale)).orElse(code);
    }

    /** The title of a capacity; its code where the office gave it no title. */
    public Text position(Capacity capacity) {
        return positions.getOrDefault(capacity.code(), new Text(capacity.code(), capacity.code()));
    }

    /** The instant in the office's zone. */
    public OffsetDateTime time(Instant instant) {
        return instant.atZone(zone).toOffsetDateTime();
    }

    /** The day that it is there at that instant. */
    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The instant at which the day begins there. */
    public Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The logo, as PNG. */
    public byte[] logoPng() {
        return Logo.read(logo);
    }
}
