package prakat.request.query;

/**
 * A request that holds the words that were searched for.
 *
 * @param heading its number and title, folded
 */
record RequestHit(String id, String heading) {}
