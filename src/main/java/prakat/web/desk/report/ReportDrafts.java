package prakat.web.desk.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import prakat.files.FileDirectory;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.request.content.PublicationPolicy;
import prakat.request.content.Upload;
import prakat.request.draft.Draft;
import prakat.request.draft.Drafts;
import prakat.web.desk.report.ReportPaper.Blank;
import prakat.web.desk.report.ReportPaper.Cell;
import prakat.web.desk.report.ReportPaper.Section;
import prakat.web.desk.report.ReportPaper.Table;

/** Begins to propose a report, as anything else is proposed: its words, and all of it as a file. */
@Component
class ReportDrafts {

    /** Where the policy has it: what the public is to see of itself. */
    private static final String CATEGORY = "disclosure";

    private static final int LONGEST_SUMMARY = 500;

    private final Drafts drafts;
    private final PublicationPolicy policy;
    private final FileDirectory directory;
    private final MessageSource messages;

    ReportDrafts(Drafts drafts, PublicationPolicy policy, FileDirectory directory, MessageSource messages) {
        this.drafts = drafts;
        this.policy = policy;
        this.directory = directory;
        this.messages = messages;
    }

    /**
     * A draft of the person's.
     *
     * @param name of the file, without its ending
     * @return its id
     * @throws Refusal where the person works in no group, or has begun too many
     */
    @Transactional
    String of(ReportPaper paper, String name, Person author, Locale locale) throws IOException {
        String memo = messages.getMessage("report.memo", null, locale);
        // Where it cannot be written, no draft is begun.
        Upload file = new Upload(name + ".docx", directory.receive(out -> ReportDocument.write(paper, memo, out)));
        String summary = paper.results().words();
        Draft draft = drafts.forNew(
                author,
                Draft.Typed.words(
                        paper.subject(),
                        summary.substring(0, Math.min(LONGEST_SUMMARY, summary.length())),
                        body(paper),
                        policy.category(CATEGORY)
                                .map(PublicationPolicy.Category::code)
                                .orElse("")));
        drafts.add(draft.id(), author, file);
        return draft.id();
    }

    private static String body(ReportPaper paper) {
        Element body = Document.createShell("").body();
        body.appendElement("p").text(paper.opening());
        section(paper.measures(), body);
        section(paper.results(), body);
        paper.figures().forEach(table -> table(table, body));
        for (Blank blank : paper.filledIn()) {
            if (!blank.words().isEmpty()) {
                body.appendElement("h2").text(blank.heading());
                blank.words().lines().forEach(line -> body.appendElement("p").text(line));
            }
        }
        return body.html();
    }

    private static void section(Section section, Element body) {
        body.appendElement("h2").text(section.heading());
        body.appendElement("p").text(section.words());
        if (!section.steps().isEmpty()) {
            Element steps = body.appendElement("ol");
            section.steps().forEach(step -> steps.appendElement("li").text(step));
        }
    }

    private static void table(Table table, Element body) {
        body.appendElement("h3").text(table.title());
        Element drawn = body.appendElement("table");
        Element head = drawn.appendElement("thead").appendElement("tr");
        table.headings().forEach(heading -> head.appendElement("th").text(heading));
        Element rows = drawn.appendElement("tbody");
        for (List<Cell> row : table.rows()) {
            Element line = rows.appendElement("tr");
            row.forEach(cell -> line.appendElement("td").text(String.join(" ", cell.lines())));
        }
    }
}
