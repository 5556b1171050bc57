package prakat.screening.virus;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Who looks for viruses.
 *
 * @param clamd where ClamAV's daemon listens: the path of its socket, {@code /run/clamav/clamd.ctl} with Debian's
 *     {@code clamav-daemon}, or {@code host:port}; where none is given, nobody looks for viruses. What it does not answer for
 *     waits for a quarter of an hour, and then goes back to its owner. Its {@code StreamMaxLength} is 20M or more
 * @param time for each file; where it has not answered by then, it counts as not there
 */
@ConfigurationProperties("prakat.screening.virus")
record VirusScanSettings(@DefaultValue("") String clamd, @DefaultValue("60s") Duration time) {

    /** Refuses what could not work. */
    VirusScanSettings {
        String name = "prakat.screening.virus.";
        Assert.isTrue(clamd.matches("|/.+|.+:\\d{1,5}"), name + "clamd: the path of a socket, or host:port");
        Assert.isTrue(time.toMillis() > 0, name + "time: more than none");
    }
}
