/** The procedure as a model that the engine runs: its names, its steps, and how the domain gets to it. */
package prakat.process;
