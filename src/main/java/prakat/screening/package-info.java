/** What comes in with a request is looked at here before anything is kept: HTML bodies and files. */
package prakat.screening;
