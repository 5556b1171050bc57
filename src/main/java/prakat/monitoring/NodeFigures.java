package prakat.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.stereotype.Component;
import prakat.screening.virus.VirusScan;

/** Figures that each node has for itself. */
@Component
class NodeFigures implements MeterBinder {

    private final ApplicationAvailability availability;
    private final VirusScan virusScan;

    NodeFigures(ApplicationAvailability availability, VirusScan virusScan) {
        this.availability = availability;
        this.virusScan = virusScan;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("prakat.ready", this, NodeFigures::ready)
                .description("1 while the node answers callers; 0 while it starts or stops, or its database is away")
                .register(registry);
        Gauge.builder("prakat.virus.scan.up", this, NodeFigures::canLookForViruses)
                .description(
                        "1 while files can be looked at for viruses, 0 while they wait for that; not a number where nobody"
                                + " is to look")
                .register(registry);
    }

    private double canLookForViruses() {
        if (!virusScan.isConfigured()) {
            return Double.NaN;
        }
        return virusScan.isUp() ? 1 : 0;
    }

    private double ready() {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC ? 1 : 0;
    }
}
