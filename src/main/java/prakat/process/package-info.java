/** Everything that knows the models in {@code processes/} and the engine that runs them, a room for each job. */
package prakat.process;
