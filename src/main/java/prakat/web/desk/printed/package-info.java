/** The office's paper form, filled in from the record. */
package prakat.web.desk.printed;
