/** The office's working days: weekends, and the holidays that the office keeps. */
package prakat.calendar;
