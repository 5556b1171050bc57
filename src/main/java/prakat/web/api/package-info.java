/** {@code /api}: the procedure for programs and for the pages' own scripts. */
package prakat.web.api;
