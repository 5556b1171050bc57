package prakat.crash;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import prakat.Answer;

/** They read what should be on the website, and what should not be any more. */
final class Readers {

    private final Nodes nodes;
    private final Calls calls;
    private final Collection<Acknowledged> acknowledged;
    private final Observations observations;

    Readers(Nodes nodes, Calls calls, Collection<Acknowledged> acknowledged, Observations observations) {
        this.nodes = nodes;
        this.calls = calls;
        this.acknowledged = acknowledged;
        this.observations = observations;
    }

    void read(BooleanSupplier goOn) {
        while (goOn.getAsBoolean()) {
            List<Acknowledged> all =
                    acknowledged.stream().filter(request -> !request.isUpdate()).toList();
            if (all.isEmpty()) {
                Calls.pause(100);
            } else {
                // The last ones are those whose periods begin and end.
                int recent = Math.min(all.size(), 400);
                read(all.get(all.size() - 1 - ThreadLocalRandom.current().nextInt(recent)));
                Calls.pause(50);
            }
        }
    }

    private void read(Acknowledged request) {
        boolean shown = request.shownUntil() != null;
        Instant asked = Instant.now();
        Answer page = calls.once(() -> nodes.anywhere(null).get("/news/" + request.number(), "Accept", "text/html"));
        if (page == null) {
            Calls.pause(100);
            return;
        }
        observations.add("pages read");
        Instant answered = Instant.now();
        if (page.status() == 200 && !asked.isBefore(request.goneFrom())) {
            observations.violation(request.number() + " was shown at " + asked + ", its end was " + request.goneFrom());
        }
        if (shown && page.status() != 200 && answered.isBefore(request.shownUntil())) {
            observations.violation("%s was answered %s between %s and %s, its end is %s"
                    .formatted(request.number(), page.status(), asked, answered, request.shownUntil()));
        }
    }
}
