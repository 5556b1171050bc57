/** How text is read when something is looked for in it: in one spelling, across the borders of its passages. */
package prakat.screening.text;
