package prakat.screening.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell of a table.
 *
 * @param column from 1
 * @param row from 1
 */
public record CellAddress(int column, int row) {

    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,4})([0-9]{1,8})(?::[A-Z]+[0-9]+)?");
    private static final int LETTERS = 26;

    /** The cell, or the first of several, that spreadsheets call so; null for what is none. */
    static CellAddress of(String reference) {
        Matcher said = REFERENCE.matcher(reference == null ? "" : reference);
        if (!said.matches()) {
            return null;
        }
        int column = said.group(1).chars().reduce(0, (sum, letter) -> sum * LETTERS + letter - 'A' + 1);
        return new CellAddress(column, Integer.parseInt(said.group(2)));
    }

    /** As spreadsheets call the cells from this one to that: {@code C2:C43}; {@code C2} where both are the same. */
    public String to(CellAddress last) {
        return equals(last) ? reference() : reference() + ":" + last.reference();
    }

    private String reference() {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.append(row).toString();
    }
}
