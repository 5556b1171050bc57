package prakat.screening;

/** Names of files and sheets beside what was found: somebody's number may stand in one. */
public final class MaskedName {

    /** From so many on they may be somebody's number: a telephone's has as many. */
    private static final int DIGITS_OF_A_NUMBER = 9;

    private MaskedName() {}

    /** The name with its digits hidden but for the first two, where there are many; null for null. */
    public static String of(String name) {
        if (name == null || name.chars().filter(Character::isDigit).count() < DIGITS_OF_A_NUMBER) {
            return name;
        }
        StringBuilder masked = new StringBuilder();
        int digits = 0;
        for (char character : name.toCharArray()) {
            masked.append(Character.isDigit(character) && ++digits > 2 ? 'x' : character);
        }
        return masked.toString();
    }
}
