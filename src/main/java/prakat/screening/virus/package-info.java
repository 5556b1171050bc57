/** Viruses in files that others made, found by a program that knows them. */
package prakat.screening.virus;
