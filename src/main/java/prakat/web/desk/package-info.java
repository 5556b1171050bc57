/** The staff's pages. Here is what all of them share; each of the rooms has pages of one kind. */
package prakat.web.desk;
