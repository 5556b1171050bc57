/** The desk's list of requests, and the page of one request. */
package prakat.web.desk.request;
