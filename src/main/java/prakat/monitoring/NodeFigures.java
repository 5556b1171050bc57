package prakat.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.stereotype.Component;

/** Figures that each node has for itself. */
@Component
class NodeFigures implements MeterBinder {

    private final ApplicationAvailability availability;

    NodeFigures(ApplicationAvailability availability) {
        this.availability = availability;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("prakat.ready", this, NodeFigures::ready)
                .description("1 while the node answers callers; 0 while it starts or stops, or its database is away")
                .register(registry);
    }

    private double ready() {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC ? 1 : 0;
    }
}
