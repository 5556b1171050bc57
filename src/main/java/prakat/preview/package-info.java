/** Office documents as PDF, for those who decide on them and have no Office at hand. */
package prakat.preview;
