package prakat.request.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import prakat.Attached;
import prakat.files.DiskSpaceTest;
import prakat.files.FileDirectory;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.organisation.office.Colours;
import prakat.organisation.office.Group;
import prakat.organisation.office.Office;
import prakat.organisation.office.OfficeHours;
import prakat.organisation.office.Text;
import prakat.picture.TestPictures;

class SubmissionsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:15:30.123456Z");
    private static final String FOLDED_HANDS = "\uD83D\uDE4F";

    private static final byte[] PICTURE = Attached.picture();

    @TempDir
    Path files;

    private JdbcClient jdbc;
    private FileDirectory directory;
    private FileStore store;
    private Attachments attachments;
    private Submissions submissions;

    @BeforeEach
    void prepare() {
        jdbc = JdbcClient.create(
                new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1"));
        jdbc.sql("create table stored_file (sha256 varchar(64) primary key, size bigint, charset varchar(64),"
                        + " stored_at timestamp with time zone)")
                .update();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        directory = new FileDirectory(new FileDirectory.Settings(files));
        store = new FileStore(directory, DiskSpaceTest.enough(directory), jdbc, clock);
        attachments = new Attachments(store, new SimpleMeterRegistry());
        submissions = new Submissions(new OneCategory(), attachments, SubmissionsTest::item, office(), clock);
    }

    /** A policy with news alone. */
    private static final class OneCategory implements PublicationPolicy {

        private static final Category NEWS =
                new Category("news", new Text("ข่าวประชาสัมพันธ์", "News"), 365, 730, 14, 180);

        @Override
        public Optional<Category> category(String code) {
            return categories().stream()
                    .filter(category -> category.code().equals(code))
                    .findFirst();
        }

        @Override
        public List<Category> categories() {
            return List.of(NEWS);
        }
    }

    /** A list with one item. */
    private static Optional<String> item(String said) {
        return Optional.of("2568/O1").filter(item -> !said.isEmpty() && item.endsWith(said));
    }

    /** A submission that keeps the rules, to be changed in one place. */
    private static final class Said {
        private String title = "ประกาศรับสมัคร";
        private String summary = "สรุป";
        private String body = "<p>เนื้อหา</p>";
        private String category = "news";
        private String publishFrom;
        private String publishUntil;
        private List<String> links;
        private String note;
        private List<Integer> kept;
        private List<Submission.Described> described;
        private List<String> items;

        Submission submission() {
            return new Submission(
                    title,
                    summary,
                    body,
                    category,
                    publishFrom,
                    publishUntil,
                    null,
                    links,
                    note,
                    kept,
                    described,
                    items);
        }
    }

    @Test
    void theLeastThatMustBeSaidBecomesContentWithThePolicysPeriod() {
        Content content = content(new Said());

        assertThat(content)
                .isEqualTo(new Content(
                        "ประกาศรับสมัคร",
                        "สรุป",
                        "<p>เนื้อหา</p>",
                        "news",
                        Instant.parse("2026-11-22T03:15:30Z"),
                        Instant.parse("2027-11-22T03:15:30Z"),
                        List.of(),
                        "",
                        List.of(),
                        List.of()));
    }

    @Test
    void textsAreTidiedAndTheBodyIsCleaned() {
        Said said = new Said();
        said.title = "  ประกาศ\r\n รับ  สมัคร\u0000 ";
        said.summary = " บรรทัดหนึ่ง\r\nบรรทัดสอง ";
        said.body = "<p onclick=\"x()\">เนื้อหา</p><script>x()</script>";
        said.category = " news ";
        said.note = " ด่วน ";

        Content content = content(said);

        assertThat(content.title()).isEqualTo("ประกาศ รับ สมัคร");
        assertThat(content.summary()).isEqualTo("บรรทัดหนึ่ง\nบรรทัดสอง");
        assertThat(content.body()).isEqualTo("<p>เนื้อหา</p>");
        assertThat(content.category()).isEqualTo("news");
        assertThat(content.note()).isEqualTo("ด่วน");
    }

    @Test
    void allFaultsAreSaidAtOnceAndNoFileIsKept() {
        Submission nothing = new Submission(
                null,
                null,
                null,
                "news",
                "soon",
                "2569-12-31",
                null,
                List.of("ftp://example.go.th"),
                null,
                List.of(1),
                null,
                List.of("O99"));

        assertThat(faults(() -> submissions.content(nothing, List.of(text("a.txt")), Optional.empty())))
                .containsExactlyInAnyOrder(
                        "title needed",
                        "summary needed",
                        "body needed",
                        "externalLinks link",
                        "disclosureItems no-such-item",
                        "keepAttachments no-such-attachment",
                        "publishFrom time",
                        "publishUntil buddhist-year");
        assertThat(stored()).isZero();
    }

    @Test
    void itemsAreNamedByTheirListAndOnlyOnce() {
        Said said = new Said();
        said.items = List.of("O1", " 2568/O1 ");
        assertThat(content(said).disclosureItems()).containsExactly("2568/O1");

        said.items = List.of("O1", "O99", "");
        assertThat(faults(said)).containsExactly("disclosureItems no-such-item", "disclosureItems no-such-item");

        said.items = IntStream.range(0, 51).mapToObj(i -> "O1").toList();
        assertThat(faults(said)).containsExactly("disclosureItems too-many-items");
    }

    @Test
    void aNewerVersionDisclosesTheSameUnlessItSaysOtherwise() {
        Revision before = new Revision(
                "id",
                1,
                new Content("ก", "ก", "ก", "news", NOW, NOW, List.of(), "", List.of("2567/O9"), List.of()),
                NOW);
        Said said = new Said();
        assertThat(content(said, before).disclosureItems()).containsExactly("2567/O9");

        said.items = List.of("O1", "2567/O9");
        assertThat(content(said, before).disclosureItems())
                .as("also what no list has any more")
                .containsExactly("2568/O1", "2567/O9");

        said.items = List.of();
        assertThat(content(said, before).disclosureItems()).isEmpty();
    }

    private Content content(Said said, Revision before) {
        return submissions.content(said.submission(), List.of(), Optional.of(before));
    }

    @Test
    void textsMayBeAsLongAsTheContractSaysAsReadersCountThem() {
        for (String character : List.of("ก", FOLDED_HANDS)) {
            Said said = new Said();
            said.title = character.repeat(200);
            said.summary = character.repeat(500);
            said.body = "ก".repeat(200_000);
            said.note = character.repeat(2000);
            assertThat(content(said).title()).isEqualTo(said.title);

            said.title += "ก";
            said.summary += "ก";
            said.body += "ก";
            said.note += "ก";
            assertThat(faults(said))
                    .containsExactlyInAnyOrder("title too-long", "summary too-long", "body too-long", "note too-long");
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "  ",
                "<p> </p>",
                "<p>&nbsp;</p>",
                "<script>alert(1)</script>",
                "<img src=\"https://example.go.th/a.png\">",
                "<!-- ก -->"
            })
    void aBodyMustSaySomethingAfterCleaning(String body) {
        Said said = new Said();
        said.body = body;

        assertThat(faults(said)).containsExactly("body needed");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "NEWS", "gossip", "news,activity"})
    void theCategoryIsOneOfThePolicys(String category) {
        Said said = new Said();
        said.category = category;

        assertThat(refusal(() -> content(said)).fields())
                .containsExactly(new Refusal.Field("category", "category", List.of("news")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.example.go.th",
                "http://example.go.th:8080/ข่าว?ปี=2569#บน",
                "https://example.go.th/a%20b"
            })
    void aLinkIsAWebAddress(String link) {
        Said said = new Said();
        said.links = Arrays.asList(" " + link + " ", "", null);

        assertThat(content(said).externalLinks()).containsExactly(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "ftp://example.go.th/a",
                "//example.go.th/a",
                "/news/1",
                "www.example.go.th",
                "https://",
                "https:///a",
                "https://example.go.th/a b",
                "mailto:office@example.go.th"
            })
    void anythingElseIsNoLink(String link) {
        Said said = new Said();
        said.links = List.of("https://example.go.th", link);

        assertThat(refusal(() -> content(said)).fields())
                .containsExactly(new Refusal.Field("externalLinks", "link", List.of(link)));
    }

    @Test
    void thereMayBeTwentyLinksOfTwoThousandCharacters() {
        Said said = new Said();
        String longest = "https://example.go.th/" + "a".repeat(2000 - 22);
        said.links =
                new ArrayList<>(IntStream.range(0, 20).mapToObj(n -> longest).toList());
        assertThat(content(said).externalLinks()).hasSize(20);

        said.links.add(longest);
        assertThat(faults(said)).containsExactly("externalLinks too-many-links");
        said.links = List.of(longest + "a");
        assertThat(faults(said)).containsExactly("externalLinks link");
    }

    @Test
    void filesAreKeptOnceUnderTheirDigestWithTheKindThatTheyAre() {
        Upload same = upload("C:\\เอกสาร\\ประกาศ.txt", "เนื้อหา".getBytes(StandardCharsets.UTF_8));
        Upload again = upload("สำเนา.csv", "เนื้อหา".getBytes(StandardCharsets.UTF_8));

        List<Content.File> files = submissions
                .content(new Said().submission(), List.of(same, again), Optional.empty())
                .files();

        String sha256 = same.file().sha256();
        assertThat(files)
                .containsExactly(
                        new Content.File("ประกาศ.txt", "text/plain", 21, sha256),
                        new Content.File("สำเนา.csv", "text/csv", 21, sha256));
        assertThat(stored()).isEqualTo(1);
        StoredFile stored = store.get(files.get(0));
        assertThat(stored.path()).hasContent("เนื้อหา");
        assertThat(stored.charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.txt, passwd.txt",
        "a/b\\c.txt, c.txt",
        "'  ก   ข.txt ', ก ข.txt",
        "a<b>:\"|?*;.txt, ab.txt",
        "\u202Etxt.exe.txt, txt.exe.txt"
    })
    void aFilesNameIsTheLastPartOfItsPathWithoutCharactersThatMislead(String said, String kept) {
        assertThat(files(List.of(text(said)))).extracting(Content.File::name).containsExactly(kept);
    }

    @Test
    void aLongNameKeepsItsExtension() {
        String name = files(List.of(text("ก".repeat(300) + ".txt"))).get(0).name();

        assertThat(name).hasSize(200).endsWith("ก.txt");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "/", "..", "a/..", "a\\", "\u200b"})
    void aFileMustHaveAName(String name) {
        assertThat(faults(() -> files(List.of(text(name))))).containsExactly("attachments file-name-missing");
    }

    @Test
    void aFileMustHoldSomethingAndNoTwoShareAName() {
        assertThat(faults(() -> files(List.of(text("a.txt"), upload("b.txt", new byte[0])))))
                .containsExactly("attachments file-empty");
        assertThat(faults(() -> files(List.of(text("a.txt"), text("x/a.txt")))))
                .containsExactly("attachments file-name-twice");
        assertThat(stored()).isZero();
    }

    @Test
    void picturesThatATelephoneCallsAlikeAreNumbered() throws IOException {
        List<Content.File> there = new ArrayList<>();
        for (int width = 1; width <= 3; width++) {
            ByteArrayOutputStream picture = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, 1, BufferedImage.TYPE_INT_RGB), "png", picture);
            there.add(attachments.keepOne(there, upload("image.png", picture.toByteArray())));
        }
        there.add(attachments.keepOne(there, text("a.txt")));

        assertThat(there)
                .extracting(Content.File::name)
                .containsExactly("image.png", "image (2).png", "image (3).png", "a.txt");
        assertThat(faults(() -> attachments.keepOne(there, upload("a.txt", new byte[] {'b'}))))
                .as("a document of that name may be a newer one")
                .containsExactly("attachments file-name-twice");
        assertThat(faults(() -> attachments.keepOne(
                        List.of(attachments.keepOne(List.of(), picture("image.png"))), picture("image.png"))))
                .as("the same picture")
                .containsExactly("attachments file-name-twice");
    }

    @Test
    void aPictureWithMorePixelsThanAPageShowsIsRefused() {
        byte[] jpeg = TestPictures.file(TestPictures.quarters(16, 16), "jpg");
        int frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 60_000).putShort(frame + 7, (short) 60_000);

        for (Upload large : List.of(
                upload("a.png", TestPictures.claiming(60_000, 60_000)),
                upload("a.png", TestPictures.claiming(12_001, 10_000)),
                upload("a.png", TestPictures.claiming(1, Integer.MAX_VALUE)),
                upload("a.jpg", jpeg))) {
            assertThat(refusal(() -> files(List.of(large))).code()).isEqualTo("picture-too-large");
        }
        assertThat(stored()).isZero();
        assertThat(files(List.of(upload("a.png", TestPictures.claiming(12_000, 10_000)))))
                .hasSize(1);
    }

    @Test
    void aKindThatIsNotAllowedIsRefusedAndNothingIsKept() {
        Upload page = upload("a.txt", "<!DOCTYPE html><html><body>x".getBytes(StandardCharsets.UTF_8));

        assertThat(refusal(() -> files(List.of(text("b.txt"), page))).kind()).isEqualTo(Refusal.Kind.UNSUPPORTED_TYPE);
        assertThat(stored()).isZero();
    }

    @Test
    void thereMayBeTenDocumentsAndSixtyPictures() {
        assertThat(files(album(10, 60))).hasSize(70);
        assertThat(faults(() -> files(album(11, 1)))).containsExactly("attachments too-many-files");
        assertThat(faults(() -> files(album(1, 61)))).containsExactly("attachments too-many-files");
        assertThat(faults(() -> files(album(11, 60)))).containsExactly("attachments too-many-files");
    }

    @Test
    void whatIsSaidOfPicturesComesToThemInTheOrderInWhichItIsSaid() {
        Said said = new Said();
        said.described = List.of(
                new Submission.Described("c.png", " เด็ก\nปลูกต้นไม้ ", null, true),
                new Submission.Described("x/a.png", null, "หน้าโรงเรียน", null),
                new Submission.Described("d.txt", null, null, null));
        List<Upload> uploads = List.of(picture("a.png"), picture("b.png"), picture("c.png"), text("d.txt"));

        List<Content.File> files = submissions
                .content(said.submission(), uploads, Optional.empty())
                .files();

        assertThat(files).extracting(Content.File::name).containsExactly("c.png", "a.png", "d.txt", "b.png");
        assertThat(files)
                .extracting(Content.File::description)
                .containsExactly(
                        new Description("เด็ก ปลูกต้นไม้", "", true),
                        new Description("", "หน้าโรงเรียน", false),
                        Description.NONE,
                        Description.NONE);
    }

    @Test
    void aKeptPictureIsDescribedAsBeforeUnlessSomethingElseIsSaid() {
        Said first = new Said();
        first.described = List.of(
                new Submission.Described("a.png", "ก", "ข", true), new Submission.Described("b.png", "ค", "ง", false));
        Revision before = revision(submissions
                .content(first.submission(), List.of(picture("a.png"), picture("b.png")), Optional.empty())
                .files());
        Said said = new Said();
        said.kept = List.of(1, 2);
        said.described = List.of(new Submission.Described("b.png", "จ", null, true));

        Revision after = revision(submissions
                .content(said.submission(), List.of(), Optional.of(before))
                .files());

        assertThat(after.attachments().stream().map(Attachment::file).map(Content.File::description))
                .containsExactly(new Description("จ", "", true), new Description("ก", "ข", false));
    }

    @Test
    void whatIsSaidOfPicturesKeepsTheRules() {
        Said said = new Said();
        String longest = "ก".repeat(250);
        said.described = List.of(new Submission.Described("a.png", longest, longest + "ก".repeat(50), true));
        assertThat(submissions
                        .content(said.submission(), List.of(picture("a.png")), Optional.empty())
                        .files())
                .hasSize(1);
        List<Upload> uploads = List.of(picture("a.png"), picture("b.png"), text("c.txt"));

        said.described = Arrays.asList(
                new Submission.Described("a.png", longest + "ก", null, true),
                new Submission.Described("b.png", null, longest + "ก".repeat(51), true),
                new Submission.Described("c.txt", null, "ก", null),
                new Submission.Described("a.png", null, null, null),
                null);

        assertThat(faults(() -> submissions.content(said.submission(), uploads, Optional.empty())))
                .containsExactly(
                        "attachments alternative-text-too-long",
                        "attachments caption-too-long",
                        "attachments only-pictures",
                        "attachments described-not-attached",
                        "attachments described-not-attached",
                        "attachments one-cover");
    }

    @Test
    void aFileMayHaveTwentyMebibytes() {
        assertThat(files(List.of(upload("1.txt", text(20 * 1024 * 1024))))).hasSize(1);
        Refusal tooLarge = refusal(() -> files(List.of(upload("2.txt", text(20 * 1024 * 1024 + 1)))));
        assertThat(tooLarge.kind()).isEqualTo(Refusal.Kind.TOO_LARGE);
        assertThat(tooLarge.code()).isEqualTo("file-too-large");
    }

    @Test
    void allDocumentsTogetherMayHaveSixtyMebibytesAndAllPicturesThreeHundred() {
        List<Content.File> largest = new ArrayList<>();
        IntStream.range(0, 3).forEach(n -> largest.add(new Content.File(n + ".pdf", "application/pdf", 20 << 20, "")));
        IntStream.range(0, 14).forEach(n -> largest.add(new Content.File(n + ".jpg", "image/jpeg", 20 << 20, "")));
        Said said = new Said();
        Optional<Revision> before = Optional.of(revision(largest));
        said.kept = IntStream.rangeClosed(1, 17).boxed().toList();

        assertThat(submissions
                        .content(said.submission(), List.of(picture("more.png")), before)
                        .files())
                .hasSize(18);
        assertThat(refusal(() -> submissions.content(said.submission(), List.of(text("more.txt")), before))
                        .code())
                .isEqualTo("files-too-large");
        largest.add(new Content.File("last.jpg", "image/jpeg", 20 << 20, ""));
        Optional<Revision> full = Optional.of(revision(largest));
        said.kept = IntStream.rangeClosed(1, 18).boxed().toList();
        assertThat(refusal(() -> submissions.content(said.submission(), List.of(picture("more.png")), full))
                        .code())
                .isEqualTo("files-too-large");
    }

    @Test
    void aRevisionKeepsTheFilesThatItNames() {
        Revision before = revision(files(List.of(text("a.txt"), text("b.txt"), text("c.txt"))));
        Said said = new Said();
        said.kept = Arrays.asList(3, 1, 3);

        assertThat(submissions
                        .content(said.submission(), List.of(text("d.txt")), Optional.of(before))
                        .files())
                .extracting(Content.File::name)
                .containsExactly("c.txt", "a.txt", "d.txt");
        said.kept = Arrays.asList(1, 4, null, 0);
        assertThat(faults(() -> submissions.content(said.submission(), List.of(), Optional.of(before))))
                .containsOnly("keepAttachments no-such-attachment")
                .hasSize(3);
    }

    @Test
    void keptFilesCountTowardsTheLimits() {
        List<Upload> nine =
                IntStream.range(0, 9).mapToObj(n -> text(n + ".txt")).toList();
        Revision before = revision(files(nine));
        Said said = new Said();
        said.kept = IntStream.rangeClosed(1, 9).boxed().toList();

        assertThat(faults(() -> submissions.content(
                        said.submission(), List.of(text("x.txt"), text("y.txt")), Optional.of(before))))
                .containsExactly("attachments too-many-files");
        assertThat(faults(() -> submissions.content(said.submission(), List.of(text("8.txt")), Optional.of(before))))
                .containsExactly("attachments file-name-twice");
    }

    @Test
    void theGroupIsNeededOnlyFromStaffOfSeveral() {
        Person ofOne = person(Set.of("finance"));
        Person ofTwo = person(Set.of("finance", "hr"));

        assertThat(submissions.group(ofOne, null)).isEqualTo("finance");
        assertThat(submissions.group(ofOne, " finance ")).isEqualTo("finance");
        assertThat(submissions.group(ofTwo, "hr")).isEqualTo("hr");
        assertThat(refusal(() -> submissions.group(ofTwo, " ")).fields())
                .containsExactly(new Refusal.Field("group", "group-needed", List.of("finance, hr")));
    }

    @Test
    void nobodyProposesForAGroupThatIsNotTheirs() {
        assertThat(faults(() -> submissions.group(person(Set.of("finance")), "hr")))
                .containsExactly("group group-not-yours");
        assertThat(refusal(() -> submissions.group(person(Set.of()), "hr")).kind())
                .isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    private Content content(Said said) {
        return submissions.content(said.submission(), List.of(), Optional.empty());
    }

    private List<Content.File> files(List<Upload> uploads) {
        return submissions
                .content(new Said().submission(), uploads, Optional.empty())
                .files();
    }

    private List<String> faults(Said said) {
        return faults(() -> content(said));
    }

    private static List<String> faults(ThrowingCallable call) {
        Refusal refusal = refusal(call);
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        return refusal.fields().stream()
                .map(field -> field.name() + " " + field.code())
                .toList();
    }

    private static Refusal refusal(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal;
    }

    private int stored() {
        return jdbc.sql("select count(*) from stored_file").query(Integer.class).single();
    }

    private static Revision revision(List<Content.File> files) {
        Content content = new Content("ก", "ก", "ก", "news", NOW, NOW.plusSeconds(1), List.of(), "", List.of(), files);
        return new Revision("id", 1, content, NOW);
    }

    private Upload upload(String name, byte[] content) {
        try {
            return new Upload(name, directory.receive(new ByteArrayInputStream(content), Attachments.LARGEST_FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Upload text(String name) {
        return upload(name, ("เนื้อหาของ " + name).getBytes(StandardCharsets.UTF_8));
    }

    private Upload picture(String name) {
        return upload(name, PICTURE);
    }

    @Test
    void aPictureInTheTextMustBeAttached() {
        Said said = new Said();
        said.body = "<p>ก</p><figure><img src=\"attachment:a.png\"></figure><img src=\"attachment:b.txt\">";

        assertThat(faults(() -> submissions.content(said.submission(), List.of(text("b.txt")), Optional.empty())))
                .containsExactly("body picture-not-attached", "body picture-not-attached");
        said.body = "<p>ก</p><figure><img src=\"attachment:a.png\"></figure>";
        Content content = submissions.content(said.submission(), List.of(picture("a.png")), Optional.empty());
        assertThat(content.body()).isEqualTo(said.body);
        assertThat(new Revision("id", 1, content, NOW).body(file -> new Revision.PicturePlace("/" + file.n())))
                .isEqualTo("<p>ก</p><figure><img src=\"/1\" alt=\"\" loading=\"lazy\"></figure>");
    }

    @Test
    void aListThatIsTooLongIsToldOnce() {
        Said said = new Said();
        said.items = Collections.nCopies(1000, "O99");
        said.kept = Collections.nCopies(71, 1);
        assertThat(faults(said)).containsExactly("disclosureItems too-many-items", "keepAttachments too-many-files");

        said.items = null;
        said.kept = null;
        said.described = Collections.nCopies(71, null);
        assertThat(faults(said)).containsExactly("attachments too-many-files");

        said.described = null;
        said.body = "<p>ก</p>"
                + IntStream.range(0, 1000)
                        .mapToObj("<img src=\"attachment:%d.png\">"::formatted)
                        .collect(Collectors.joining());
        assertThat(faults(said)).hasSize(60).containsOnly("body picture-not-attached");
    }

    private List<Upload> album(int documents, int pictures) {
        return Stream.concat(
                        IntStream.range(0, documents).mapToObj(n -> text(n + ".txt")),
                        IntStream.range(0, pictures).mapToObj(n -> picture(n + ".png")))
                .toList();
    }

    private static byte[] text(int length) {
        byte[] text = new byte[length];
        Arrays.fill(text, (byte) 'a');
        return text;
    }

    private static Person person(Set<String> groups) {
        return new Person("finance-staff", "เจ้าหน้าที่การเงิน", groups, Set.of(), Set.of(), false, false, false);
    }

    private static Office office() {
        Text name = new Text("สำนักงาน", "Office");
        return new Office(
                name,
                name,
                ZoneId.of("Asia/Bangkok"),
                new OfficeHours(LocalTime.of(8, 30), LocalTime.of(16, 30)),
                "ict",
                List.of(new Group("ict", name)),
                Map.of(),
                "classpath:/static/assets/logo.png",
                new Colours("#1b4b82", null),
                null);
    }
}
