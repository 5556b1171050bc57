/** What the record says in figures: how many requests passed what in a fiscal year, and how long it took. */
package prakat.statistics;
