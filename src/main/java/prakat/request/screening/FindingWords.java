package prakat.request.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import prakat.request.content.Revision;
import prakat.screening.MaskedName;
import prakat.screening.Place;

/** What people call what was found, and where it is. */
@Component
public class FindingWords {

    /** The record is in the office's language. */
    private static final Locale OF_THE_RECORD = Locale.forLanguageTag("th");

    private final MessageSource messages;

    FindingWords(MessageSource messages) {
        this.messages = messages;
    }

    /** All that was found in a version, a line each, as they stand on the record. */
    public String of(List<ScreenedFinding> findings, Revision version) {
        return findings.stream()
                .map(finding -> of(finding, version, OF_THE_RECORD))
                .collect(Collectors.joining("\n"));
    }

    /**
     * What it is, how many and where.
     *
     * @param version in which it was found; null where it was found in something that nobody has submitted
     */
    public String of(ScreenedFinding finding, Revision version, Locale locale) {
        String place = place(finding.place(), version, locale);
        String what = kind(finding, locale);
        return place.isEmpty() ? what : say("finding.at", locale, what, place);
    }

    /** What it is, and how many. */
    public String kind(ScreenedFinding finding, Locale locale) {
        String kind = say("finding." + finding.kind().code(), locale);
        return finding.count() > 1 ? say("finding.several", locale, kind, finding.count()) : kind;
    }

    /** Where it is; empty where it is about the whole. */
    public String place(Place place, Revision version, Locale locale) {
        List<String> parts = new ArrayList<>();
        if (place.field() != null) {
            parts.add(say("place." + place.field(), locale));
        }
        if (place.file() != null) {
            parts.add(Optional.ofNullable(version)
                    .flatMap(known -> known.attachment(place.file()))
                    .map(file -> MaskedName.of(file.name()))
                    .orElseGet(() -> say("place.file", locale, place.file())));
        }
        if (place.page() != null) {
            parts.add(say("place.page", locale, place.page()));
        }
        if (place.sheet() != null) {
            parts.add(say("place.sheet", locale, place.sheet()));
        }
        if (place.cell() != null) {
            parts.add(say("place.cell", locale, place.cell()));
        }
        if (place.part() != null) {
            parts.add(say("place.part." + place.part().name().toLowerCase(Locale.ROOT), locale));
        }
        if (place.name() != null) {
            parts.add(place.name());
        }
        return String.join(" ", parts);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
