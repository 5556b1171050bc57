package prakat.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/**
 * What an office publishes and what its people say, as {@code demo/topics.yaml} has it.
 *
 * @param returns why something comes back
 * @param updated what the title of a newer version ends with
 * @param revised what the body of a revised version ends with
 * @param answer what a decider says to a warning of the screening
 */
record Topics(
        List<String> districts,
        List<String> posts,
        List<Topic> topics,
        List<Return> returns,
        List<String> cancellations,
        List<Takedown> withdrawals,
        List<String> extensions,
        String updated,
        String revised,
        String answer,
        List<String> pictureNames) {

    /** What comes with a request. */
    enum File {
        PDF,
        DOCX,
        PICTURES
    }

    /**
     * Something that is published again and again; blanks stand in braces.
     *
     * @param every whether it comes in each month
     * @param months the calendar's months in which it may come; empty for any
     * @param file null for none
     * @param days how long it stays on the website; 0 for as long as the policy says
     * @param discloses codes of items that it discloses, where the office's lists have them
     */
    record Topic(
            String group,
            String category,
            boolean every,
            @DefaultValue Set<Integer> months,
            String title,
            String summary,
            String body,
            File file,
            int days,
            @DefaultValue List<String> discloses) {

        /** Whether it may come more than once in a month: its title counts. */
        boolean isNumbered() {
            return title.contains("{n}");
        }
    }

    /** Why something comes back: the code of a reason, and words. */
    record Return(String code, String reason) {}

    /** Why something leaves the website early, and what readers are told. */
    record Takedown(String reason, String notice) {}

    static Topics read() {
        try {
            return new Binder(ConfigurationPropertySources.from(
                            new YamlPropertySourceLoader().load("topics", new ClassPathResource("demo/topics.yaml"))))
                    .bind("", Topics.class)
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
