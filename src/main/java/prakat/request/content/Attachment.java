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

    /** For JPA. */
    protected Attachment() {}

    Attachment(Revision revision, int n, Content.File file) {
        this.revision = revision;
        this.n = n;
        this.name = file.name();
        this.mediaType = file.mediaType();
        this.size = file.size();
        this.sha256 = file.sha256();
    }

    /** Its number within the revision, from 1. */
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

    /** What it is, to be kept for the next version. */
    public Content.File file() {
        return new Content.File(name, mediaType, size, sha256);
    }
}
