/** Processes beside the program's own, for what may fail without harm to it. */
package prakat.child;
