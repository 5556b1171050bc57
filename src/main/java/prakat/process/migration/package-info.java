/** Takes what is under way along when a model has changed. */
package prakat.process.migration;
