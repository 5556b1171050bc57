/** One publication as the public finds it: its content, its files and its pictures. */
package prakat.web.site.article;
