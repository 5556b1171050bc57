/** Who has to act on a request and by when, and the open tasks of a person. */
package prakat.web.desk.task;
