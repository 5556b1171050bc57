package prakat.publication;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import prakat.request.PublicationRequest;
import prakat.request.content.Revision;

/** What is or was on the website: one certified and permitted revision, from an instant until an instant. */
@Entity
public class Publication {

    @Id
    private String requestId;

    private String number;
    private String address;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Revision revision;

    private String groupCode;

    /** As its revision has it, for lists. */
    private String category;

    private Instant publishUntil;
    private Instant firstPublishedAt;
    private Instant publishedAt;
    private Instant takenDownAt;
    private TakedownReason takedownReason;
    private String publicNotice;
    private String replacementUrl;

    /** For JPA. */
    protected Publication() {}

    /** @param before what it replaces; null for the first version of something */
    Publication(PublicationRequest request, Publication before, Instant publishedAt) {
        this.requestId = request.id();
        this.number = request.number();
        this.address = before == null ? request.number() : before.address;
        this.firstPublishedAt = before == null ? publishedAt : before.firstPublishedAt;
        this.revision = request.current();
        this.groupCode = request.groupCode();
        this.category = revision.category();
        this.publishUntil = request.publishUntil();
        this.publishedAt = publishedAt;
        if (isUpdate()) {
            revision.findUnder(address);
        }
    }

    void extend(Instant until) {
        publishUntil = until;
    }

    void end(TakedownReason reason, Instant at) {
        takedownReason = reason;
        takenDownAt = at;
    }

    void withdraw(String notice, String replacement, Instant at) {
        publicNotice = notice;
        replacementUrl = replacement;
        end(TakedownReason.WITHDRAWN, at);
    }

    boolean isVisible(Instant now) {
        return takenDownAt == null && publishUntil.isAfter(now);
    }

    /** Whether anybody can ever have seen it: not what came too late for its whole period. */
    boolean wasSeen() {
        return publishedAt.isBefore(publishUntil);
    }

    /** Whether it took the place of an earlier version. */
    public boolean isUpdate() {
        return !address.equals(number);
    }

    /** The request it came from. */
    public String requestId() {
        return requestId;
    }

    /** The request's number. */
    public String number() {
        return number;
    }

    /** The number by which the public finds it: that of the first of its versions. */
    public String address() {
        return address;
    }

    /** Exactly what was certified and permitted. */
    public Revision revision() {
        return revision;
    }

    /** Code of the group that owns it. */
    public String groupCode() {
        return groupCode;
    }

    /** The instant from which nobody sees it. */
    public Instant publishUntil() {
        return publishUntil;
    }

    /** When the first of its versions was put on the website. */
    public Instant firstPublishedAt() {
        return firstPublishedAt;
    }

    /** When it was put on the website. */
    public Instant publishedAt() {
        return publishedAt;
    }

    /** When its takedown was recorded; null while it is on the website. */
    public Instant takenDownAt() {
        return takenDownAt;
    }

    /** Why it is off the website; null while it is on the website. */
    public TakedownReason takedownReason() {
        return takedownReason;
    }

    /** What readers are told of a withdrawal; null where nothing is. */
    public String publicNotice() {
        return publicNotice;
    }

    /** Where readers find something in its place; null where nowhere. */
    public String replacementUrl() {
        return replacementUrl;
    }
}
