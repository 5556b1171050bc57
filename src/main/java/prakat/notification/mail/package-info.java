/** What mails say, and to whom: who is told of what has happened, in which words, and what each person chose. */
package prakat.notification.mail;
