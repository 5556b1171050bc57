package prakat.screening.personal;

import java.util.Random;

/** Made-up numbers, the same ones each time. */
final class Numbers {

    private Numbers() {}

    /** With the right check digit, of a kind that people have. */
    static String nationalId(int seed) {
        return nationalId(new Random(seed));
    }

    static String nationalId(Random random) {
        return withCheckDigit((1 + random.nextInt(8)) + digits(random, 11));
    }

    /** Twelve digits, and the check digit of national and tax IDs. */
    static String withCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (13 - i);
        }
        return digits + (11 - sum % 11) % 10;
    }

    /** Twelve digits, and the check digit of goods and books. */
    static String barCode(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** The number with a separator after so many digits. */
    static String cut(String digits, String separator, int... cuts) {
        StringBuilder written = new StringBuilder(digits);
        for (int i = cuts.length - 1; i >= 0; i--) {
            written.insert(cuts[i], separator);
        }
        return written.toString();
    }

    static String thai(String text) {
        StringBuilder thai = new StringBuilder(text);
        for (int i = 0; i < thai.length(); i++) {
            if (Character.isDigit(thai.charAt(i))) {
                thai.setCharAt(i, (char) (thai.charAt(i) - '0' + '๐'));
            }
        }
        return thai.toString();
    }

    static String mobile(int seed) {
        return mobile(new Random(seed));
    }

    static String mobile(Random random) {
        return "0" + "689".charAt(random.nextInt(3)) + digits(random, 8);
    }

    static String digits(Random random, int length) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
