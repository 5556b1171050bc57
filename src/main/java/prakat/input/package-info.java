/** What people say, how it is read, and how it is refused: known to every package, and knows none. */
package prakat.input;
