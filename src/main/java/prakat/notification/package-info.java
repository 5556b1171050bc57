/** Telling people, and programs, what waits for them and what has happened: after the commit, once, until it was taken. */
package prakat.notification;
