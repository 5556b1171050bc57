/** What the office reports of how publication was supervised in a fiscal year or quarter. */
package prakat.report;
