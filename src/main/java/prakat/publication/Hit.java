package prakat.publication;

/**
 * A publication that holds the words that were searched for.
 *
 * @param address by which readers find it
 * @param category code
 * @param group code
 * @param heading its number and title, folded
 */
record Hit(String address, String category, String group, String heading) {

    Counts.Line counted() {
        return new Counts.Line(category, group, 1);
    }
}
