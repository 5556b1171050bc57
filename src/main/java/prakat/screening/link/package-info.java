/** Where the links of a submission lead: whether a reader who is signed in nowhere finds there what is meant. */
package prakat.screening.link;
