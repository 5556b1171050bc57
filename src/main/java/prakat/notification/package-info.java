/** Mails to people and webhook calls to programs: who is told what, in which words, and the delivery with its retries. */
package prakat.notification;
