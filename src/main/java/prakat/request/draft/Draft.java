package prakat.request.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import prakat.input.Days;
import prakat.input.Texts;
import prakat.input.Times;
import prakat.organisation.Person;
import prakat.request.PublicationRequest;
import prakat.request.content.Description;
import prakat.request.content.Revision;
import prakat.request.content.Submission;
import prakat.screening.html.BodyPictures;
import prakat.screening.html.HtmlBody;

/**
 * What somebody has begun to propose and not yet submitted; nobody but its owner sees it.
 *
 * @param id a UUID; also the key under which it is submitted once
 * @param owner account
 * @param requestId the returned request that it revises, or the published one that it is to replace; empty where it is to
 *     become something new
 * @param forUpdate whether it is to replace what is on the website
 * @param round of that request, from which it starts; 0 for a new one
 * @param typed what is on the page
 * @param saves how often it was saved, so that a page with an older one does not undo a newer one
 * @param touchedAt when it was last saved
 * @param files its files, in the order in which readers are to see them
 */
public record Draft(
        String id,
        String owner,
        Optional<String> requestId,
        boolean forUpdate,
        int round,
        Typed typed,
        int saves,
        Instant touchedAt,
        List<DraftFile> files) {

    private static final String NO_DAY = "-";

    /**
     * The fields of the page, as they were typed; none is null. The body is cut down to what is allowed when it is saved.
     *
     * @param startsAtOnce without regard to the day and time of the start
     * @param fromDay see {@link Days#day}
     * @param fromTime see {@link Days#time}; empty for the beginning of the day
     * @param endsByPolicy without regard to the day and time of the end
     * @param untilTime empty for the end of the day
     * @param disclosureItems see {@link Submission}
     */
    public record Typed(
            String title,
            String summary,
            String body,
            String category,
            boolean startsAtOnce,
            String fromDay,
            String fromTime,
            boolean endsByPolicy,
            String untilDay,
            String untilTime,
            String group,
            List<String> externalLinks,
            String note,
            List<String> disclosureItems) {

        static Typed nothing() {
            return words("", "", "", "");
        }

        /**
         * Words for something new.
         *
         * @param category code; "" where it is to be chosen
         */
        public static Typed words(String title, String summary, String body, String category) {
            return new Typed(title, summary, body, category, true, "", "", true, "", "", "", List.of(), "", List.of());
        }

        /** The words of a version, for something new. */
        static Typed copyOf(Revision before) {
            return new Typed(
                    before.title(),
                    before.summary(),
                    before.body(),
                    before.category(),
                    true,
                    "",
                    "",
                    true,
                    "",
                    "",
                    "",
                    before.externalLinks(),
                    before.note(),
                    before.disclosureItems());
        }

        /** Without what no database holds, and with a body that is safe on the owner's page and in the preview. */
        Typed storable() {
            return new Typed(
                    Texts.plain(title),
                    Texts.plain(summary),
                    HtmlBody.clean(Texts.plain(body)),
                    Texts.line(category),
                    startsAtOnce,
                    Texts.line(fromDay),
                    Texts.line(fromTime),
                    endsByPolicy,
                    Texts.line(untilDay),
                    Texts.line(untilTime),
                    Texts.line(group),
                    externalLinks.stream()
                            .map(Texts::line)
                            .filter(link -> !link.isEmpty())
                            .toList(),
                    Texts.plain(note),
                    disclosureItems.stream()
                            .map(Texts::line)
                            .filter(item -> !item.isEmpty())
                            .distinct()
                            .toList());
        }

        /**
         * A version, to start from.
         *
         * @param end of its period, which may have been moved since it was proposed
         */
        static Typed of(Revision before, boolean endsByPolicy, Instant end, Instant now, ZoneId zone) {
            ZonedDateTime from = before.publishFrom().atZone(zone);
            ZonedDateTime until = end.atZone(zone);
            boolean startsAtOnce = !before.publishFrom().isAfter(now);
            return new Typed(
                    before.title(),
                    before.summary(),
                    before.body(),
                    before.category(),
                    startsAtOnce,
                    startsAtOnce ? "" : Days.typed(from.toLocalDate()),
                    startsAtOnce ? "" : time(from, Times.START_OF_DAY),
                    endsByPolicy,
                    endsByPolicy ? "" : Days.typed(until.toLocalDate()),
                    endsByPolicy ? "" : time(until, Times.END_OF_DAY),
                    "",
                    before.externalLinks(),
                    before.note(),
                    before.disclosureItems());
        }

        /** As a submission says it; empty for at once. What cannot be read stays as it was typed, to be refused. */
        public Optional<String> publishFrom() {
            return startsAtOnce ? Optional.empty() : Optional.of(moment(fromDay, fromTime));
        }

        /** As a submission says it; empty for the policy's default. What cannot be read stays as it was typed. */
        public Optional<String> publishUntil() {
            return endsByPolicy ? Optional.empty() : Optional.of(moment(untilDay, untilTime));
        }

        private static String time(ZonedDateTime moment, LocalTime unsaid) {
            return moment.toLocalTime().equals(unsaid)
                    ? ""
                    : "%02d:%02d".formatted(moment.getHour(), moment.getMinute());
        }

        private static String moment(String typedDay, String typedTime) {
            Optional<LocalDate> day = Days.day(typedDay);
            if (day.isEmpty()) {
                // An empty day would mean that none was asked for.
                return typedDay.isBlank() ? NO_DAY : typedDay;
            }
            return typedTime.isBlank()
                    ? day.get().toString()
                    : day.get() + "T"
                            + Days.time(typedTime).map(LocalTime::toString).orElse(typedTime);
        }
    }

    /** Begun for a new request, without files. */
    static Draft forNew(Person owner, Typed typed, Instant at) {
        return new Draft(newId(), owner.id(), Optional.empty(), false, 0, typed, 0, at, List.of());
    }

    /** Begun for the next version of that request, without files. */
    static Draft of(PublicationRequest request, boolean forUpdate, Person owner, Typed typed, Instant at) {
        Optional<String> of = Optional.of(request.id());
        return new Draft(newId(), owner.id(), of, forUpdate, request.round(), typed, 0, at, List.of());
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    /** The same draft as it is saved at that instant. */
    Draft with(Typed nowTyped, int nowSaves, Instant at) {
        return new Draft(id, owner, requestId, forUpdate, round, nowTyped, nowSaves, at, files);
    }

    /**
     * Its body as readers would see it, with its pictures.
     *
     * @param href where a file is
     */
    public String body(Function<DraftFile, String> href) {
        return BodyPictures.shown(typed.body(), name -> files.stream()
                .filter(file -> file.isPicture() && file.name().equals(name))
                .findFirst()
                .map(file -> new BodyPictures.Shown(
                        href.apply(file),
                        0,
                        0,
                        file.description().alternativeText(),
                        file.description().caption())));
    }

    /** The ids of its files in their order, set apart by commas. */
    public String order() {
        return files.stream().map(file -> String.valueOf(file.id())).collect(Collectors.joining(","));
    }

    /** Whether there is a picture among its files. */
    public boolean hasPictures() {
        return files.stream().anyMatch(DraftFile::isPicture);
    }

    /**
     * The same with what is said of its files.
     *
     * @param said by their ids, in the order in which they are to stand; those of which nothing is said come after them
     */
    public Draft describing(Map<Long, Description> said) {
        List<DraftFile> described = new ArrayList<>();
        for (Map.Entry<Long, Description> one : said.entrySet()) {
            files.stream()
                    .filter(file -> file.id() == one.getKey())
                    .forEach(file -> described.add(file.described(one.getValue())));
        }
        files.stream().filter(file -> !said.containsKey(file.id())).forEach(described::add);
        return new Draft(id, owner, requestId, forUpdate, round, typed, saves, touchedAt, described);
    }

    Submission submission() {
        return new Submission(
                typed.title(),
                typed.summary(),
                typed.body(),
                typed.category(),
                typed.publishFrom().orElse(null),
                typed.publishUntil().orElse(null),
                typed.group(),
                typed.externalLinks(),
                typed.note(),
                List.of(),
                files.stream().map(DraftFile::submitted).toList(),
                typed.disclosureItems());
    }
}
