package prakat.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import prakat.sheet.Sheet;
import prakat.sheet.Sheets;

/** How tables go out as files: named, in the reader's language, and without being in memory as a whole. */
@Component
public class SheetDownloads {

    private final Sheets sheets;

    SheetDownloads(Sheets sheets) {
        this.sheets = sheets;
    }

    /**
     * Sends the tables as a workbook.
     *
     * @param name of the file, without its ending; see {@link Downloads#describe}
     */
    public void xlsx(List<Sheet> tables, String name, Locale locale, HttpServletResponse response) throws IOException {
        Downloads.describe(name + ".xlsx", Sheets.XLSX, response);
        sheets.xlsx(tables, locale, response.getOutputStream());
    }

    /**
     * Sends the table as CSV.
     *
     * @param name as above
     */
    public void csv(Sheet table, String name, Locale locale, HttpServletResponse response) throws IOException {
        Downloads.describe(name + ".csv", Sheets.CSV, response);
        sheets.csv(table, locale, response.getOutputStream());
    }
}
