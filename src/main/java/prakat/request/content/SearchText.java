package prakat.request.content;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prakat.search.FoldedText;

/**
 * The copy of a version that is searched: its words, folded. Each field is on a line of its own, so that no phrase is found
 * across two of them.
 */
@Entity
public class SearchText {

    @Id
    private Long revisionId;

    @MapsId
    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "revision_id")
    private Revision revision;

    /** What makes a version near to what was searched for: its number and title. */
    private String heading;

    /** Everything, the heading with it. */
    private String content;

    /** For JPA. */
    protected SearchText() {}

    SearchText(Revision revision, String number, String title, String summary, String bodyText, List<String> ofFiles) {
        this.revision = revision;
        this.heading = lines(List.of(number, title));
        this.content = content(heading, summary, bodyText, ofFiles);
    }

    void add(String number) {
        heading += "\n" + FoldedText.fold(number);
        content += "\n" + FoldedText.fold(number);
    }

    /** Texts as they are searched: folded, a line each. */
    public static String lines(List<String> fields) {
        return fields.stream().map(FoldedText::fold).collect(Collectors.joining("\n"));
    }

    /**
     * All that is searched of a version.
     *
     * @param heading folded already
     * @param ofFiles their names, and what is said of them
     */
    public static String content(String heading, String summary, String bodyText, List<String> ofFiles) {
        return heading + "\n"
                + lines(Stream.concat(Stream.of(summary, bodyText), ofFiles.stream())
                        .toList());
    }
}
