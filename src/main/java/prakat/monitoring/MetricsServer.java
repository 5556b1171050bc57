package prakat.monitoring;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import prakat.input.SetupException;

/** Answers Prometheus at {@code /metrics} on a port of its own, where the settings name one; before all else is up, too. */
@Component
class MetricsServer {

    private static final Logger log = LoggerFactory.getLogger(MetricsServer.class);

    private final Optional<HTTPServer> server;

    MetricsServer(MetricsSettings settings, ObjectProvider<PrometheusMeterRegistry> metrics) {
        server = Optional.ofNullable(settings.port()).map(port -> start(port, settings.address(), metrics.getObject()));
    }

    private static HTTPServer start(int port, String address, PrometheusMeterRegistry metrics) {
        try {
            HTTPServer server = HTTPServer.builder()
                    .hostname(address)
                    .port(port)
                    .registry(metrics.getPrometheusRegistry())
                    .buildAndStart();
            log.info("Metrics are read at http://{}:{}/metrics", address, server.getPort());
            return server;
        } catch (IOException e) {
            throw new SetupException("The metrics cannot be offered at " + address + ":" + port + " (" + e.getMessage()
                    + "): set PRAKAT_METRICS_PORT to a port that is free.");
        }
    }

    /** At which port they are read; empty where the settings name none. */
    Optional<Integer> port() {
        return server.map(HTTPServer::getPort);
    }

    @PreDestroy
    void stop() {
        server.ifPresent(HTTPServer::close);
    }
}
