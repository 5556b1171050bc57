package prakat.request.record;

/**
 * What an owner says who wishes to keep something on the website for longer.
 *
 * @param publishUntil the new end, within the policy's longest period from the first day on the website
 * @param reason at least ten characters
 */
public record ExtensionWish(String publishUntil, String reason) {}
