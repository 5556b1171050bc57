/** The office's policies: decision tables that the office edits. */
package prakat.process.policy;
