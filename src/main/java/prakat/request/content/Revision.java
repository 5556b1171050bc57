package prakat.request.content;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SecondaryTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import prakat.screening.html.BodyPictures;
import prakat.screening.html.HtmlBody;

/** One version of the content, as it was proposed in one round. Never changed, never removed. */
@Entity
@Immutable
@SecondaryTable(name = "revision_disclosure")
public class Revision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String requestId;
    private int round;
    private Instant submittedAt;
    private String title;
    private String summary;
    private String body;
    /** The body's words alone, to show where a search found something. */
    private String bodyText;

    private String category;
    private Instant publishFrom;
    private Instant publishUntil;

    @Convert(converter = Lines.class)
    private List<String> externalLinks;

    private String note;

    /** Null where there are none. A further column of this table would have had all content written anew. */
    @Column(table = "revision_disclosure", name = "items")
    @Convert(converter = Lines.class)
    private List<String> disclosureItems;

    private String contentSha256;

    @OneToMany(mappedBy = "revision", cascade = CascadeType.PERSIST)
    @OrderBy("n")
    private List<Attachment> attachments = new ArrayList<>();

    @OneToOne(mappedBy = "revision", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY, optional = false)
    private SearchText searchText;

    /** For JPA. */
    protected Revision() {}

    /**
     * A version that was proposed.
     *
     * @param requestId the request of which it is a version
     * @param round from 1
     */
    public Revision(String requestId, int round, Content content, Instant submittedAt) {
        this.requestId = requestId;
        this.round = round;
        this.submittedAt = submittedAt;
        this.title = content.title();
        this.summary = content.summary();
        this.body = content.body();
        this.bodyText = HtmlBody.text(content.body());
        this.category = content.category();
        this.publishFrom = content.publishFrom();
        this.publishUntil = content.publishUntil();
        this.externalLinks = content.externalLinks();
        this.note = content.note();
        this.disclosureItems = content.disclosureItems().isEmpty() ? null : content.disclosureItems();
        content.files().forEach(file -> attachments.add(new Attachment(this, attachments.size() + 1, file)));
        this.contentSha256 = digest();
    }

    /** The digest of what is in this version now; the same as {@link #contentSha256} unless somebody tampered with it. */
    public String digest() {
        return Digest.of(new Content(
                title,
                summary,
                body,
                category,
                publishFrom,
                publishUntil,
                externalLinks,
                note,
                disclosureItems(),
                attachments.stream().map(Attachment::file).toList()));
    }

    /** Its id in the database. */
    public long id() {
        return id;
    }

    /** The request of which it is a version. */
    public String requestId() {
        return requestId;
    }

    /** Has the search find it, by that number: its request's, and later also that of what it is a newer version of. */
    public void findUnder(String number) {
        if (searchText == null) {
            searchText = new SearchText(this, number, title, summary, bodyText, wordsOfFiles());
        } else {
            searchText.add(number);
        }
    }

    private List<String> wordsOfFiles() {
        return attachments.stream()
                .map(Attachment::file)
                .flatMap(file -> Stream.of(
                        file.name(),
                        file.description().caption(),
                        file.description().alternativeText()))
                .filter(words -> !words.isEmpty())
                .toList();
    }

    /** The round in which it was proposed, from 1. */
    public int round() {
        return round;
    }

    /** When it was proposed. */
    public Instant submittedAt() {
        return submittedAt;
    }

    /** On one line. */
    public String title() {
        return title;
    }

    /** In a few sentences. */
    public String summary() {
        return summary;
    }

    /** HTML, already cut down to what is allowed. */
    public String body() {
        return body;
    }

    /**
     * The body as readers see it, with its pictures.
     *
     * @param place where a picture is
     */
    public String body(Function<Attachment, PicturePlace> place) {
        return BodyPictures.shown(body, name -> attachments.stream()
                .filter(file -> file.isPicture() && file.name().equals(name))
                .findFirst()
                .map(file -> shown(file, place.apply(file))));
    }

    private static BodyPictures.Shown shown(Attachment file, PicturePlace place) {
        return new BodyPictures.Shown(
                place.href(), place.width(), place.height(), file.alternativeText(), file.caption());
    }

    /**
     * Where readers get a picture, and how large it is there, in pixels.
     *
     * @param width 0 where not known
     * @param height 0 where not known
     */
    public record PicturePlace(String href, int width, int height) {

        /** Of a size that is not known. */
        public PicturePlace(String href) {
            this(href, 0, 0);
        }
    }

    /** The words of summary and body, without marks of HTML. */
    public String words() {
        return summary + " " + bodyText;
    }

    /** Code of the category. */
    public String category() {
        return category;
    }

    /** The first instant on the website that was proposed. */
    public Instant publishFrom() {
        return publishFrom;
    }

    /** Whether it was to be published as soon as it is permitted, so that its start says only when it was proposed. */
    public boolean startsAtOnce() {
        return !publishFrom.isAfter(submittedAt);
    }

    /** The instant from which it is to be gone, as proposed. */
    public Instant publishUntil() {
        return publishUntil;
    }

    /** How long it was to be on the website, counted from the start that was proposed. */
    public Duration duration() {
        return Duration.between(publishFrom, publishUntil);
    }

    /** Addresses elsewhere; http or https. */
    public List<String> externalLinks() {
        return externalLinks;
    }

    /** A word to the approvers; "" where there is none. */
    public String note() {
        return note;
    }

    /** The items that it discloses, see {@link DisclosureItems}, in their order. */
    public List<String> disclosureItems() {
        return disclosureItems == null ? List.of() : disclosureItems;
    }

    /** The digest of this version, in hexadecimal; see {@link Digest}. */
    public String contentSha256() {
        return contentSha256;
    }

    /** Its files, in their order. */
    public List<Attachment> attachments() {
        return List.copyOf(attachments);
    }

    /** The file of that number, if there is one. */
    public Optional<Attachment> attachment(int n) {
        return attachments.stream().filter(attachment -> attachment.n() == n).findFirst();
    }
}
