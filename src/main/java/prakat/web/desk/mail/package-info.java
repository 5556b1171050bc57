/** The mails that were sent, and who is told of what. */
package prakat.web.desk.mail;
