/** The engine itself: its configuration, its schema, its guards and what accounts may do in it. */
package prakat.process.engine;
