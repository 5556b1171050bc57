/** What readers of the public's pages were answered before, for those who ask for the same. */
package prakat.web.kept;
