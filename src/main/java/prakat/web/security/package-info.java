/** Who comes in, and by which door. */
package prakat.web.security;
