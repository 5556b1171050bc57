/** What the office has to disclose, item by item, a list a year, and which publications do so now. */
package prakat.disclosure;
