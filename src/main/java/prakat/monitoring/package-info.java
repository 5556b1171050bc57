/** What is seen of the program from outside: its metrics, and the port by which they are read. */
package prakat.monitoring;
