/** The overview for those who lead: what waits where, the figures of a fiscal year, and the calendar of starts and ends. */
package prakat.web.desk.overview;
