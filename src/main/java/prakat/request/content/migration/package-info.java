/** What is done once with the content of earlier versions of the program. */
package prakat.request.content.migration;
