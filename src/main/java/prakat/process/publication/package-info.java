/** The procedure as the engine runs it: the models' names, the steps they call, and the domain's way to its tasks. */
package prakat.process.publication;
