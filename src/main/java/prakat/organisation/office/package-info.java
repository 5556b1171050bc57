/** What the office is: names, groups, positions, colours, hours, and how it writes days. */
package prakat.organisation.office;
