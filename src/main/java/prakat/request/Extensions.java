package prakat.request;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.OptimisticLock;

/** The extensions that were ever asked for; at most the last one is open. */
@Embeddable
class Extensions {

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "requestId", insertable = false, updatable = false)
    @OrderBy("id")
    @OptimisticLock(excluded = true)
    private List<Extension> all = new ArrayList<>();

    void add(Extension extension) {
        all.add(extension);
    }

    Optional<Extension> last() {
        return all.stream().reduce((earlier, later) -> later);
    }

    /** The one on which somebody has still to decide. */
    Optional<Extension> open() {
        return last().filter(Extension::isOpen);
    }

    /** The end that was permitted last, where it is later than that one. */
    Optional<Instant> permittedBeyond(Instant end) {
        return last().filter(extension -> extension.state() == Extension.State.PERMITTED)
                .map(Extension::publishUntil)
                .filter(permitted -> permitted.isAfter(end));
    }
}
