/** Work beside the pages: what is done later, again until it succeeds, or every so often, each time by one node. */
package prakat.background;
