/** Who comes in, by which door, and what of the engine's own REST is let through. */
package prakat.web.security;
