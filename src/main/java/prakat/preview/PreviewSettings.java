package prakat.preview;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * How Office documents are made PDF, to be looked at by those who decide on them.
 *
 * @param office LibreOffice's {@code soffice}, by its path; where none is given, it is looked for where programs are, and where
 *     it is not there, such documents have to be opened to be read
 * @param time for each document; one that takes longer has no preview
 * @param memory of LibreOffice, in addresses, which are more than it uses
 */
@ConfigurationProperties("prakat.preview")
record PreviewSettings(String office, @DefaultValue("60s") Duration time, @DefaultValue("1GB") DataSize memory) {

    /** Refuses what could not work. */
    PreviewSettings {
        Assert.isTrue(time.toSeconds() > 0, "prakat.preview.time: at least a second");
        Assert.isTrue(memory.toMegabytes() >= 512, "prakat.preview.memory: at least 512MB");
    }
}
