/** Pages on which something is decided about a request: extend, withdraw, cancel, change its owner, let it lapse. */
package prakat.web.desk.decision;
