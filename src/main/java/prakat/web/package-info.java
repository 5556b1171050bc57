/** The doors: REST for programs, pages for staff and the public, and who comes through. */
package prakat.web;
