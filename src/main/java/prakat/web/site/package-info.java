/** The public's pages: what is on the website now, for people, feed readers and search engines. */
package prakat.web.site;
