package prakat.request;

import jakarta.persistence.Embeddable;
import prakat.organisation.Person;
import prakat.organisation.office.Capacity;
import prakat.request.record.Actor;

/** Whose a request is: an owner's (เจ้าของเรื่อง), and the group's for which it was proposed. */
@Embeddable
class Ownership {

    private String requester;
    private String requesterName;
    private String groupCode;

    /** For JPA. */
    protected Ownership() {}

    Ownership(Person owner, String group) {
        this.requester = owner.id();
        this.requesterName = owner.name();
        this.groupCode = group;
    }

    /** Whether the person may become its owner: somebody else who works in its group. */
    boolean mayPassTo(Person person) {
        return person.staffOf().contains(groupCode) && !person.id().equals(requester);
    }

    Ownership passedTo(Person next) {
        return new Ownership(next, groupCode);
    }

    /** Still the person's who has left, under an id that no account can have. */
    Ownership leftBehindAs(String formerId) {
        Ownership left = new Ownership();
        left.requester = formerId;
        left.requesterName = requesterName;
        left.groupCode = groupCode;
        return left;
    }

    /** Whether the person may read it for who they are: see "Seen by" in the contract. */
    boolean isVisibleTo(Person person) {
        return person.id().equals(requester) || person.seesGroup(groupCode);
    }

    /** The owner, for what the procedure does in the owner's name. */
    Actor actor(Capacity capacity) {
        return new Actor(requester, requesterName, capacity);
    }

    String requester() {
        return requester;
    }

    String requesterName() {
        return requesterName;
    }

    String groupCode() {
        return groupCode;
    }
}
