/** Text and dangers out of files that others made, read in processes of their own. */
package prakat.screening.reading;
