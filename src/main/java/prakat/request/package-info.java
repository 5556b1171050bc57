/** The publication request: its versions, its decisions, its status and the rules between them. */
package prakat.request;
