/** What readers get of a picture in place of the file that was sent in: as large as they need it, and without what a camera wrote beside it. */
package prakat.picture;
