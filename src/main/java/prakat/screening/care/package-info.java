/** Finds what is published with less care than readers deserve: events that are over, attachments that are missing. */
package prakat.screening.care;
