package prakat.screening.reader;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import prakat.screening.Finding;
import prakat.screening.Passage;

/**
 * What the reader says: one line of JSON for each passage and each finding, as it comes upon them, so that what was read
 * outlives a reader that does not come to the end of a file; and a last line.
 *
 * @param end in the last line: whether the file was read whole; null in all others
 */
public record Answer(Passage passage, Finding finding, Boolean end) {

    /** Of one passage; what is longer is taken apart. */
    static final int LONGEST_TEXT = 20_000;

    /** Reads and writes both jobs and answers. No line that it reads is longer than a passage can be. */
    public static JsonMapper json() {
        JsonMapper json = JsonMapper.builder()
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .build();
        json.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(2 * LONGEST_TEXT)
                        .build());
        return json;
    }
}
