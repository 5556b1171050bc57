/** The staff's pages: this package holds what all of them share, each package in it the pages of one kind. */
package prakat.web.desk;
