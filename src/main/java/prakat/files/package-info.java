/** Where the bytes of files lie, each under its digest, and how much room their disk has. */
package prakat.files;
