package prakat.request.screening;

import java.util.ArrayList;
import java.util.List;
import prakat.request.content.Attachment;
import prakat.request.content.Revision;
import prakat.screening.Passage;
import prakat.screening.Place;
import prakat.screening.Screener;
import prakat.screening.html.HtmlBody;

/** What a version says outside its files. */
final class VersionText {

    private VersionText() {}

    static Screener.Version of(Revision version) {
        List<Passage> passages = new ArrayList<>();
        passages.add(new Passage(Place.field("title"), version.title()));
        passages.add(new Passage(Place.field("summary"), version.summary()));
        passages.add(new Passage(Place.field("body"), HtmlBody.text(version.body())));
        version.externalLinks().forEach(link -> passages.add(new Passage(Place.field("externalLinks"), link)));
        passages.add(new Passage(Place.field("note"), version.note()));
        List<Screener.Version.File> files = new ArrayList<>();
        for (Attachment file : version.attachments()) {
            files.add(new Screener.Version.File(file.n(), file.name(), file.mediaType()));
        }
        return new Screener.Version(passages, files, version.externalLinks());
    }
}
