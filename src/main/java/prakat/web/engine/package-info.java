/** What of the engine's own REST is let through, to whom, and in which words it is refused. */
package prakat.web.engine;
