/** Pages on which something is decided about a request: extend, withdraw, cancel, answer what was found, change its owner. */
package prakat.web.desk.decision;
