package prakat.web.desk.request;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import prakat.organisation.Person;
import prakat.web.SheetDownloads;
import prakat.web.desk.DeskPage;

/** The desk's list as files, by the addresses of the list. */
@DeskPage
class RequestFilesController {

    private static final String NAME = "requests";

    private final RequestSheet sheet;
    private final SheetDownloads downloads;

    RequestFilesController(RequestSheet sheet, SheetDownloads downloads) {
        this.sheet = sheet;
        this.downloads = downloads;
    }

    @GetMapping("/desk/requests.xlsx")
    void xlsx(ListFilter.Address said, Person reader, Locale locale, HttpServletResponse response) throws IOException {
        downloads.xlsx(List.of(sheet.of(filter(said), reader, locale)), NAME, locale, response);
    }

    @GetMapping("/desk/requests.csv")
    void csv(ListFilter.Address said, Person reader, Locale locale, HttpServletResponse response) throws IOException {
        downloads.csv(sheet.of(filter(said), reader, locale), NAME, locale, response);
    }

    private static ListFilter filter(ListFilter.Address said) {
        return ListFilter.of(RequestListController.MINE.equals(said.of()), said);
    }
}
