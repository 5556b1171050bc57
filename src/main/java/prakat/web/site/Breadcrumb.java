package prakat.web.site;

/**
 * A step on the way from the website's first page to the one that is shown.
 *
 * @param name as readers see it
 * @param href its address, without scheme and host
 */
record Breadcrumb(String name, String href) {}
