package prakat.web.desk.overview;

/**
 * A figure with the list of what it counts.
 *
 * @param href of the list; null where it counts nothing
 */
record Figure(long number, String href) {

    static Figure of(long number, String list) {
        return new Figure(number, number == 0 ? null : list);
    }
}
