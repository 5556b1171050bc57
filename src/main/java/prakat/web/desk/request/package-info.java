/** The desk's list, what waits for the reader, and the page of one request. */
package prakat.web.desk.request;
