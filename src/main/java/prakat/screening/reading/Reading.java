package prakat.screening.reading;

import java.util.List;
import prakat.screening.Finding;
import prakat.screening.Passage;

/**
 * What was read in a file.
 *
 * @param passages its text, as far as it was read: what everybody sees and what is hidden, as their places say
 * @param findings what is dangerous in the file, or missing, or could not be read; never what its text says
 * @param isWhole whether all of it was read; else there is a finding that says so
 */
public record Reading(List<Passage> passages, List<Finding> findings, boolean isWhole) {}
