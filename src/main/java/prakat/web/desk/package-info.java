/** The staff's pages: signing in, and where each request stands. */
package prakat.web.desk;
