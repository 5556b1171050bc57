/** The publication request: its decisions, its status and the rules between them. */
package prakat.request;
