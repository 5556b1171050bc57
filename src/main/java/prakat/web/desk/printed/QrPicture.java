package prakat.web.desk.printed;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as an SVG path, one unit per module.
 *
 * @param size modules in a row, without the quiet zone
 * @param path of the dark modules
 */
record QrPicture(int size, String path) {

    /** What scanners need around a code, in modules. */
    private static final int QUIET = 4;

    static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            int x = 0;
            while (x < code.size) {
                int from = x;
                while (x < code.size && code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    int length = x - from;
                    path.append("M%d %dh%dv1h-%dz".formatted(from, y, length, length));
                } else {
                    x++;
                }
            }
        }
        return new QrPicture(code.size, path.toString());
    }

    /** The SVG's view box, the quiet zone with it. */
    public String viewBox() {
        int whole = size + 2 * QUIET;
        return "-%d -%d %d %d".formatted(QUIET, QUIET, whole, whole);
    }
}
