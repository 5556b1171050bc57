/** REST for programs, pages for staff and the public, and access to them; this package holds what they share. */
package prakat.web;
