/** How words are searched for: the same on the website and at the desk, in what is kept for it and in what is shown. */
package prakat.search;
