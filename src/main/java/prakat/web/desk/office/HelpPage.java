package prakat.web.desk.office;

import java.util.List;
import java.util.function.Predicate;
import prakat.input.Coded;
import prakat.organisation.Person;

/** The help for one role, step by step. Words are in {@code help.properties}; pictures in {@code assets/help}; both by its code. */
enum HelpPage implements Coded {
    REQUESTER(
            person -> !person.staffOf().isEmpty(),
            List.of(
                    new Step("start", "/desk"),
                    new Step("write", null),
                    new Step("period", null),
                    new Step("send", null),
                    new Step("follow", null),
                    new Step("returned", null),
                    new Step("published", null)),
            List.of("found", "file", "pictures", "period", "absent", "change", "withdrawn", "extend", "disclosure")),
    DIRECTOR(
            person -> !person.directorOf().isEmpty() || !person.actingFor().isEmpty() || person.deputyDirector(),
            List.of(
                    new Step("tasks", "/desk"),
                    new Step("read", null),
                    new Step("certify", null),
                    new Step("return", null),
                    new Step("withdraw", null)),
            List.of("found", "again", "own", "absent", "extend", "withdrawn", "figures", "report", "taken")),
    WEB_OFFICER(
            Person::webOfficer,
            List.of(
                    new Step("tasks", "/desk"),
                    new Step("read", null),
                    new Step("permit", null),
                    new Step("refuse", null),
                    new Step("website", "/"),
                    new Step("withdraw", null)),
            List.of("found", "wrong", "ends", "extend", "own", "withdrawn", "figures", "report", "taken")),
    ADMINISTRATOR(
            Person::administrator,
            List.of(
                    new Step("apps", "/desk"),
                    new Step("user", "/camunda/app/admin/default/#/users"),
                    new Step("groups", "/camunda/app/admin/default/#/users"),
                    new Step("watch", "/camunda/app/cockpit/default/#/processes"),
                    new Step("failed", "/camunda/app/cockpit/default/#/dashboard")),
            List.of("screen", "acting", "leaves", "end", "password", "policy", "disclosure"));

    /**
     * What to do, with a picture of it.
     *
     * @param name in keys of messages and in the picture's name
     * @param href where it begins; null where the step before led there
     */
    record Step(String name, String href) {}

    private final Predicate<Person> has;
    private final List<Step> steps;
    private final List<String> questions;

    HelpPage(Predicate<Person> has, List<Step> steps, List<String> questions) {
        this.has = has;
        this.steps = steps;
        this.questions = questions;
    }

    public List<Step> steps() {
        return steps;
    }

    /** Frequent questions, by their names in keys of messages. */
    public List<String> questions() {
        return questions;
    }

    public String href() {
        return "/desk/help/" + code();
    }

    /** The picture's name among the assets, without its ending. */
    public String picture(Step step) {
        return code() + "-" + step.name();
    }

    boolean isFor(Person reader) {
        return has.test(reader);
    }

    /** The page of the reader's most specific role, since directors and web officers are requesters as well. */
    static HelpPage of(Person reader) {
        return List.of(ADMINISTRATOR, WEB_OFFICER, DIRECTOR).stream()
                .filter(page -> page.isFor(reader))
                .findFirst()
                .orElse(REQUESTER);
    }
}
