/** How input is read and refused, and what every other package shares. */
package prakat.input;
