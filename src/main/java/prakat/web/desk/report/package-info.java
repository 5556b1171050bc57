/** The report of how publication was supervised: a page to print, files to go on with, and a draft to publish it. */
package prakat.web.desk.report;
