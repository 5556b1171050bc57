package prakat.process.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;
import prakat.request.query.OpenRequests;

/** What a monitor asks for: {@code prakat.takedowns.overdue}, normally 0. */
@Component
class TakedownMetric implements MeterBinder {

    private static final String NAME = "prakat.takedowns.overdue";

    private final OpenRequests openRequests;

    TakedownMetric(OpenRequests openRequests) {
        this.openRequests = openRequests;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(NAME, openRequests, OpenRequests::overdueTakedowns)
                .description(
                        "Publications whose period ended half a minute ago or earlier without the takedown on record")
                .register(registry);
    }
}
