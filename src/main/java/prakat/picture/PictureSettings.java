package prakat.picture;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * How far pictures are decoded, one after the other.
 *
 * @param memory of the process that decodes pictures; enough for 24 megapixels, of larger ones fewer are read
 * @param time that decoding may take for each picture; one that takes longer is shown as it is
 */
@ConfigurationProperties("prakat.picture")
record PictureSettings(@DefaultValue("256MB") DataSize memory, @DefaultValue("30s") Duration time) {

    /** Refuses what could not work. */
    PictureSettings {
        Assert.isTrue(memory.toMegabytes() >= 192, "prakat.picture.memory: at least 192MB");
        Assert.isTrue(time.toMillis() > 0, "prakat.picture.time: more than none");
    }
}
