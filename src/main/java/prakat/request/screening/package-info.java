/** What was found in the versions of a request before somebody decided on them. */
package prakat.request.screening;
