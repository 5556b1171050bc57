package prakat.request.content;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.Immutable;

/** A file of a revision. Its bytes are kept once, under their digest. */
@Entity
@Immutable
public class Attachment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Revision revision;

    private int n;
    private String name;
    private String mediaType;
    private long size;
    private String sha256;
    private String alternativeText;
    private String caption;
    private boolean cover;

    /** For JPA. */
    protected Attachment() {}

    Attachment(Revision revision, int n, Content.File file) {
        this.revision = revision;
        this.n = n;
        this.name = file.name();
        this.mediaType = file.mediaType();
        this.size = file.size();
        this.sha256 = file.sha256();
        this.alternativeText = file.description().alternativeText();
        this.caption = file.description().caption();
        this.cover = file.description().cover();
    }

    /** Its number within the revision, from 1: its place among the others, as readers see them. */
    public int n() {
        return n;
    }

    /** Its name, as the requester called it. */
    public String name() {
        return name;
    }

    /** What it is, judged by its content. */
    public String mediaType() {
        return mediaType;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** Digest of its bytes, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** Of a picture: what it shows, for whoever cannot see it; "" where nobody has said. */
    public String alternativeText() {
        return alternativeText;
    }

    /** Of a picture: what stands below it; "" for nothing. */
    public String caption() {
        return caption;
    }

    /** Whether it was chosen to stand for the whole; where none was, the first picture does. */
    public boolean isCover() {
        return cover;
    }

    /** Whether it is one that a page can show. */
    public boolean isPicture() {
        return file().isPicture();
    }

    /** What it is, to be kept for the next version. */
    public Content.File file() {
        return new Content.File(name, mediaType, size, sha256, new Description(alternativeText, caption, cover));
    }
}
