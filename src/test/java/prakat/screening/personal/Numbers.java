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
        String digits = (1 + random.nextInt(8)) + digits(random, 11);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (13 - i);
        }
        return digits + (11 - sum % 11) % 10;
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
