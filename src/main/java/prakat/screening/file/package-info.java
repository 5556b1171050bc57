/** The kinds of file that may be attached, and whether people could read one as it is. */
package prakat.screening.file;
