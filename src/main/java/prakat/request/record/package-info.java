/** What is decided on a request and why, and the record that keeps it: append-only, and what follows from it. */
package prakat.request.record;
