package prakat;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Repository;
import prakat.web.Downloads;

/** The house: which package may use which, and how its classes are made. */
@AnalyzeClasses(packages = "prakat", importOptions = ArchitectureTest.OnlyTheProgram.class)
class ArchitectureTest {

    /** What lies beside the program's main class; ArchUnit's own option knows tests only by Maven's and Gradle's folders. */
    static final class OnlyTheProgram implements ImportOption {

        private static final String CLASSES =
                Prakat.class.getProtectionDomain().getCodeSource().getLocation().toString();

        @Override
        public boolean includes(Location location) {
            return location.asURI().toString().startsWith(CLASSES);
        }
    }

    @ArchTest
    static final ArchRule inputUsesNothingOfOurs = uses("input");

    @ArchTest
    static final ArchRule searchUsesNothingOfOurs = uses("search");

    @ArchTest
    static final ArchRule recentUsesNothingOfOurs = uses("recent");

    @ArchTest
    static final ArchRule backgroundUsesNothingOfOurs = uses("background");

    @ArchTest
    static final ArchRule childrenUseNothingOfOurs = uses("child");

    @ArchTest
    static final ArchRule picturesAreMadeOfFiles = uses("picture", "child", "files");

    @ArchTest
    static final ArchRule organisationUsesNothingOfOurs = uses("organisation", "organisation.office");

    @ArchTest
    static final ArchRule officeUsesNothingOfOurs = uses("organisation.office");

    @ArchTest
    static final ArchRule calendarKnowsTheOffice = uses("calendar", "organisation..");

    @ArchTest
    static final ArchRule sheetsShowDaysAsTheOfficeDoes = uses("sheet", "organisation.office");

    @ArchTest
    static final ArchRule screenedHtmlUsesNothingOfOurs = uses("screening.html");

    @ArchTest
    static final ArchRule screenedFilesUseNothingOfOurs = uses("screening.file");

    @ArchTest
    static final ArchRule readTextIsOfPassages = uses("screening.text", "screening");

    @ArchTest
    static final ArchRule personalDataIsInText = uses("screening.personal", "screening", "screening.text");

    @ArchTest
    static final ArchRule careIsForText = uses("screening.care", "screening", "screening.text");

    @ArchTest
    static final ArchRule linksAreAskedWithoutAnyText = uses("screening.link", "screening");

    @ArchTest
    static final ArchRule readerSaysWhatIsInFiles = uses("screening.reader", "child", "screening", "screening.file");

    @ArchTest
    static final ArchRule readingStartsReaders = uses("screening.reading", "child", "screening", "screening.reader");

    @ArchTest
    static final ArchRule previewsAreMadeOfFiles =
            uses("preview", "child", "files", "request.content", "screening.file");

    @ArchTest
    static final ArchRule virusesAreFoundInFiles = uses("screening.virus", "screening");

    @ArchTest
    static final ArchRule contentUsesWhoAndWhatComesIn =
            uses("request.content", "organisation..", "picture", "screening..", "search", "files");

    @ArchTest
    static final ArchRule formerContentIsBroughtUpToDate =
            uses("request.content.migration", "files", "request.content", "screening.file");

    @ArchTest
    static final ArchRule recordIsAboutContent = uses("request.record", "organisation..", "request.content");

    @ArchTest
    static final ArchRule requestUsesItsContentAndRecord =
            uses("request", "organisation..", "screening", "request.content", "request.record", "request.screening");

    @ArchTest
    static final ArchRule whatWasFoundIsAboutContent =
            uses("request.screening", "organisation..", "files", "screening..", "request.content", "request.record");

    @ArchTest
    static final ArchRule screeningUsesItsRooms = uses("screening");

    @ArchTest
    static final ArchRule screenedAgainAreRequests = uses(
            "request.rescreening",
            "background",
            "organisation..",
            "request",
            "request.content",
            "request.record",
            "request.screening",
            "screening");

    @ArchTest
    static final ArchRule queriesReadRequests =
            uses("request.query", "organisation..", "recent", "request", "request.content", "request.record", "search");

    @ArchTest
    static final ArchRule draftsBecomeRequests = uses(
            "request.draft",
            "organisation..",
            "screening..",
            "request",
            "request.query",
            "request.content",
            "request.screening");

    @ArchTest
    static final ArchRule publicationUsesTheRequest = uses(
            "publication",
            "organisation..",
            "picture",
            "request",
            "request.query",
            "request.content",
            "request.record",
            "request.screening",
            "search");

    @ArchTest
    static final ArchRule figuresAreOfTheRecord =
            uses("statistics", "organisation..", "recent", "request", "request.content", "request.record");

    @ArchTest
    static final ArchRule disclosureIsOfWhatIsPublished =
            uses("disclosure", "organisation.office", "request", "request.query", "request.content", "publication");

    @ArchTest
    static final ArchRule mailsSayWhatIsOnTheRecord = uses(
            "notification.mail", "organisation..", "request", "request.query", "request.content", "request.record");

    @ArchTest
    static final ArchRule notificationUsesWhatItTellsOf = uses(
            "notification",
            "notification.mail",
            "background",
            "organisation..",
            "request",
            "request.content",
            "request.record",
            "request.screening");

    @ArchTest
    static final ArchRule databaseUsesNothingOfOurs = uses("database");

    @ArchTest
    static final ArchRule filesUseNothingOfOurs = uses("files");

    @ArchTest
    static final ArchRule backupKnowsWhoAndWhatThereIs = uses("backup", "database", "files", "organisation..");

    @ArchTest
    static final ArchRule procedureUsesTheDomain =
            uses("process.publication", "organisation..", "screening", "request..", "publication");

    @ArchTest
    static final ArchRule policyUsesTheOffice =
            uses("process.policy", "organisation..", "request.content", "request.screening", "screening");

    @ArchTest
    static final ArchRule deadlinesAreOfTheProceduresTasks = uses(
            "process.deadline", "organisation..", "calendar", "request..", "process.policy", "process.publication");

    @ArchTest
    static final ArchRule engineKnowsTheModels = uses(
            "process.engine",
            "background",
            "organisation..",
            "recent",
            "request.record",
            "process.policy",
            "process.publication",
            "process.deadline");

    @ArchTest
    static final ArchRule reconciliationComparesWithTheProcedure = uses(
            "process.reconciliation",
            "files",
            "organisation..",
            "request..",
            "publication",
            "notification",
            "backup",
            "process.publication",
            "process.engine");

    @ArchTest
    static final ArchRule migrationKnowsAllModels =
            uses("process.migration", "organisation..", "notification", "process..");

    @ArchTest
    static final ArchRule monitoringReadsWhatIsCounted = uses(
            "monitoring",
            "notification",
            "process.publication",
            "request",
            "request.query",
            "request.record",
            "screening.virus");

    @ArchTest
    static final ArchRule reportIsOfFiguresAndLists = uses(
            "report",
            "organisation..",
            "publication",
            "request",
            "request.query",
            "request.content",
            "request.record",
            "statistics");

    @ArchTest
    static final ArchRule demoDoesWhatPeopleDo = uses(
            "demo",
            "calendar",
            "files",
            "organisation..",
            "request",
            "request.query",
            "request.content",
            "request.record",
            "request.screening",
            "publication");

    @ArchTest
    static final ArchRule webUsesWhatItsPagesShow = uses(
            "web",
            "picture",
            "files",
            "organisation..",
            "request",
            "request.query",
            "request.content",
            "publication",
            "screening..",
            "sheet");

    @ArchTest
    static final ArchRule apiUsesTheDomain = uses(
            "web.api",
            "organisation..",
            "preview",
            "request",
            "request.query",
            "request.content",
            "request.record",
            "request.rescreening",
            "request.screening",
            "screening",
            "publication",
            "statistics",
            "backup",
            "web");

    @ArchTest
    static final ArchRule deskIsWhatItsRoomsShare =
            uses("web.desk", "organisation..", "notification", "request.draft", "web");

    @ArchTest
    static final ArchRule deskContentIsWhatARequestSays = uses(
            "web.desk.content",
            "organisation..",
            "disclosure",
            "preview",
            "request",
            "request.query",
            "request.content",
            "request.record",
            "request.screening",
            "screening",
            "web",
            "web.desk");

    @ArchTest
    static final ArchRule deskTaskIsWhoHasToActAndByWhen = uses(
            "web.desk.task",
            "organisation..",
            "calendar",
            "request",
            "request.query",
            "request.content",
            "request.record",
            "web.desk");

    @ArchTest
    static final ArchRule deskRequestShowsContentAndTasks = uses(
            "web.desk.request",
            "files",
            "organisation..",
            "request",
            "request.query",
            "request.content",
            "request.record",
            "publication",
            "sheet",
            "web",
            "web.desk",
            "web.desk.content",
            "web.desk.task");

    @ArchTest
    static final ArchRule deskDraftUsesTheRequest = uses(
            "web.desk.draft",
            "organisation..",
            "disclosure",
            "screening..",
            "request",
            "request.query",
            "request.content",
            "request.draft",
            "request.screening",
            "web",
            "web.desk",
            "web.desk.content",
            "web.desk.task");

    @ArchTest
    static final ArchRule deskDecisionUsesTheDomain = uses(
            "web.desk.decision",
            "organisation..",
            "request",
            "request.query",
            "request.content",
            "request.record",
            "request.rescreening",
            "publication",
            "web",
            "web.desk",
            "web.desk.content",
            "web.desk.task");

    @ArchTest
    static final ArchRule deskPrintedUsesTheRequest = uses(
            "web.desk.printed",
            "organisation..",
            "request",
            "request.query",
            "request.content",
            "request.record",
            "web",
            "web.desk");

    @ArchTest
    static final ArchRule deskReportPutsTheReportIntoWords = uses(
            "web.desk.report",
            "files",
            "picture",
            "organisation..",
            "report",
            "statistics",
            "sheet",
            "request.content",
            "request.draft",
            "request.record",
            "web",
            "web.desk");

    @ArchTest
    static final ArchRule deskOfficeUsesTheOffice =
            uses("web.desk.office", "organisation..", "calendar", "backup", "picture", "web", "web.desk");

    @ArchTest
    static final ArchRule deskOverviewShowsFiguresAndTasks = uses(
            "web.desk.overview",
            "organisation..",
            "request",
            "request.query",
            "request.content",
            "request.record",
            "statistics",
            "web",
            "web.desk",
            "web.desk.task");

    @ArchTest
    static final ArchRule deskMailUsesNotification =
            uses("web.desk.mail", "organisation..", "request", "notification..", "web", "web.desk");

    @ArchTest
    static final ArchRule articlesAreWhatIsPublished =
            uses("web.site.article", "organisation..", "files", "picture", "request.content", "publication", "web");

    @ArchTest
    static final ArchRule deskDisclosureShowsWhatIsDisclosed = uses(
            "web.desk.disclosure",
            "organisation..",
            "disclosure",
            "publication",
            "request",
            "request.query",
            "sheet",
            "web",
            "web.desk");

    @ArchTest
    static final ArchRule siteUsesTheDomain = uses(
            "web.site",
            "web.site.article",
            "organisation..",
            "disclosure",
            "search",
            "request",
            "request.query",
            "request.content",
            "request.record",
            "publication",
            "web");

    @ArchTest
    static final ArchRule keptAnswersHoldUntilTheWebsiteChanges =
            uses("web.kept", "organisation.office", "publication", "request.content", "web");

    @ArchTest
    static final ArchRule securityKnowsWhoAndWhatIsRefused =
            uses("web.security", "organisation..", "web", "web.engine");

    @ArchTest
    static final ArchRule engineDoorKnowsWhoAndWhatIsRefused =
            uses("web.engine", "files", "organisation..", "request", "request.content", "web");

    @ArchTest
    static final ArchRule onlyDownloadsAndTheEditorScreen = noClasses()
            .that()
            .resideInAPackage("prakat.web..")
            .and()
            .doNotBelongToAnyOf(Downloads.class)
            .and()
            .doNotHaveSimpleName("PasteCalls")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("prakat.screening.html", "prakat.screening.file");

    @ArchTest
    static final ArchRule packagesDependOnEachOtherOneWay =
            slices().matching("prakat.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule fewPackagesKnowTheEngine = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "prakat.process..",
                    "prakat.organisation",
                    "prakat.web.security",
                    "prakat.web.engine",
                    "prakat.demo")
            .and()
            .doNotBelongToAnyOf(Prakat.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule theProgramKnowsOneAnnotationOfTheEngine = noClasses()
            .that()
            .belongToAnyOf(Prakat.class)
            .should()
            .dependOnClassesThat(resideInAPackage("org.camunda..").and(not(simpleName("EnableProcessApplication"))));

    @ArchTest
    static final ArchRule namesSayWhatAndNotHow = noClasses()
            .that()
            .doNotHaveSimpleName("RefusalMapper") // JAX-RS's own word
            .should()
            .haveNameMatching(".*(Utils?|Common|Impl|Dto|DTO|Manager|Helper|Mapper)");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .orShould()
            .beAnnotatedWith(Inject.class)
            .orShould()
            .beAnnotatedWith(Resource.class);

    @ArchTest
    static final ArchRule failedLocksOnRequestsAreConflicts = noClasses()
            .that()
            .resideInAPackage("prakat.request..")
            .and()
            .areNotAnnotatedWith(Repository.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class)
            .because("only repositories have the failures of JPA translated, without which people are answered 500");

    @ArchTest
    static final ArchRule entitiesHaveNoSetters = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameNotMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule entitiesKeepTheirStateToThemselves = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .bePrivate();

    /** One package, not those in it, and what it may use of ours besides itself and what reads and refuses. */
    private static ArchRule uses(String name, String... others) {
        String[] allowed = Stream.concat(Stream.of(name, "input"), Stream.of(others))
                .map(other -> "prakat." + other)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("prakat." + name)
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("prakat..")).or(resideInAnyPackage(allowed)));
    }
}
