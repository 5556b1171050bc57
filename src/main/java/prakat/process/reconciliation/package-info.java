/** Finds and repairs what request, engine and website disagree on. */
package prakat.process.reconciliation;
