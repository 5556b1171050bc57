/** What was found in a submission that must not be published, or that a person has to look at. */
package prakat.screening;
