/** Tells people by mail and other programs by webhook what has happened: the outbox, and its delivery with retries. */
package prakat.notification;
