package prakat.web.desk.printed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import prakat.organisation.office.Office;
import prakat.organisation.office.Text;
import prakat.request.content.Revision;
import prakat.request.record.HistoryEntry;
import prakat.request.record.PrintedRecord;

/**
 * The office's form แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงาน, filled in from the record.
 *
 * @param printed what it says of the record
 * @param content the version of its round
 * @param category name
 * @param group name
 * @param signatures the three blocks, in the form's order
 * @param checkPage where anybody can ask whether it is genuine, by number and code
 * @param checkAddress the same with number and code filled in
 * @param qr that address as a picture
 */
record PaperForm(
        String id,
        PrintedRecord printed,
        Revision content,
        String category,
        String group,
        List<Signature> signatures,
        String checkPage,
        String checkAddress,
        QrPicture qr,
        Instant madeAt) {

    /** The code in fours, as people type it. */
    public String code() {
        return printed.code().replaceAll("(.{4})(?!$)", "$1-");
    }

    /**
     * A signature block.
     *
     * @param of whose it is: the last part of its title's key in the bundles
     * @param name of who signed; null where nobody has yet
     * @param position in which; null likewise
     * @param at when; null likewise
     */
    record Signature(String of, String name, Text position, Instant at) {

        static Signature of(String of, Optional<HistoryEntry> step, Office office) {
            return step.map(entry ->
                            new Signature(of, entry.actorName(), office.position(entry.capacity()), entry.at()))
                    .orElseGet(() -> new Signature(of, null, null, null));
        }

        /** Whether somebody has signed. */
        public boolean isGiven() {
            return at != null;
        }
    }
}
