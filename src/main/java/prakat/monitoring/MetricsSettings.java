package prakat.monitoring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By which port Prometheus reads the metrics. It asks for no password: whoever reaches it reads them, and nothing else.
 *
 * @param port at which Prometheus reads the metrics, at {@code /metrics}; null for none, 0 for any that is free
 * @param address address of this machine at which that port is; left alone, reached from this machine only
 */
@ConfigurationProperties("prakat.metrics")
record MetricsSettings(Integer port, @DefaultValue("127.0.0.1") String address) {}
