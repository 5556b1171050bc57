/** The HTML of bodies, typed, pasted or sent: what may stay in it, and what becomes of the rest. */
package prakat.screening.html;
