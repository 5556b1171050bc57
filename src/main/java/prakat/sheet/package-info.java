/** Tables as files that spreadsheets open, for whoever keeps, checks or hands in lists. */
package prakat.sheet;
