package prakat.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** A page of a letter as DOCX. */
record WordLetter(String title, String text) {

    private static final List<List<String>> TABLE = List.of(
            List.of("ที่", "รายการ", "กำหนดเวลา"),
            List.of("1", "ตรวจสอบเอกสาร", "3 วันทำการ"),
            List.of("2", "แจ้งผล", "1 วันทำการ"));

    void writeTo(OutputStream out) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setTitle(title);
            XWPFParagraph heading = document.createParagraph();
            heading.setAlignment(ParagraphAlignment.CENTER);
            XWPFRun words = heading.createRun();
            words.setBold(true);
            words.setText(title);
            document.createParagraph().createRun().setText(text);
            XWPFTable table = document.createTable(TABLE.size(), TABLE.get(0).size());
            for (int row = 0; row < TABLE.size(); row++) {
                for (int column = 0; column < TABLE.get(row).size(); column++) {
                    table.getRow(row).getCell(column).setText(TABLE.get(row).get(column));
                }
            }
            document.write(out);
        }
    }
}
