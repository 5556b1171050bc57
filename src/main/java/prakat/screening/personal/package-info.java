/** Finds in text what must not be published: personal data, secrecy markings, the office's own words. */
package prakat.screening.personal;
