package prakat.screening.reading;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;
import prakat.screening.reader.Job;

/**
 * How far files are read.
 *
 * @param tesseract the program that reads scans and pictures, in Thai and English, by its path; where none is given, it is
 *     looked for where programs are, and where it is not there, scans and pictures are reported as not read
 * @param processes files that are read at a time, each in a process of its own
 * @param waiting files that may wait for that; more are not read, which is reported
 * @param time for each file, from when its turn has come; what is not read by then is reported
 * @param memory of each process, without what Tesseract takes, which is about as much
 * @param idle how long a process without work is kept
 * @param filesPerProcess after which a process is replaced
 * @param characters text of one file; more is not read, which is reported, as all that follows
 * @param passages paragraphs and cells of one file
 * @param embedded files and pictures in one file
 * @param depth files within each other
 * @param pixels of one picture
 */
@ConfigurationProperties("prakat.screening.reading")
record ReadingSettings(
        String tesseract,
        @DefaultValue("1") int processes,
        @DefaultValue("100") int waiting,
        @DefaultValue("60s") Duration time,
        @DefaultValue("256MB") DataSize memory,
        @DefaultValue("5m") Duration idle,
        @DefaultValue("200") int filesPerProcess,
        @DefaultValue("5000000") int characters,
        @DefaultValue("200000") int passages,
        @DefaultValue("500") int embedded,
        @DefaultValue("10") int depth,
        @DefaultValue("50000000") long pixels) {

    /** Refuses what could not work. */
    ReadingSettings {
        String name = "prakat.screening.reading.";
        Assert.isTrue(processes > 0, name + "processes: at least one");
        Assert.isTrue(waiting >= 0, name + "waiting: none or more");
        Assert.isTrue(time.toMillis() > 0, name + "time: more than none");
        Assert.isTrue(memory.toMegabytes() >= 64, name + "memory: at least 64MB");
        Assert.isTrue(idle.toMillis() > 0, name + "idle: more than none");
        Assert.isTrue(filesPerProcess > 0, name + "files-per-process: at least one");
    }

    /** What a reader is told with each file. */
    Job.Limits limits() {
        return new Job.Limits(time.toMillis(), characters, passages, embedded, depth, pixels);
    }
}
