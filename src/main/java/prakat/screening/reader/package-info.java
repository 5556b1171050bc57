/**
 * The reader: a program of its own that takes the text out of files and sees what is dangerous in them. No file can do more
 * than end it. It knows no settings and starts no Spring; what it may do is told with each file.
 */
package prakat.screening.reader;
