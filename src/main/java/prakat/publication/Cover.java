package prakat.publication;

import prakat.request.content.Attachment;

/**
 * The picture that stands for a publication in a list.
 *
 * @param number by which readers find the publication
 */
public record Cover(String number, Attachment picture) {}
