/** Requests to try the program out with, made by the procedure itself while the program's clock is set back. */
package prakat.demo;
