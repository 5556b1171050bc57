/** What the public may see at this instant, and when and why it stopped. */
package prakat.publication;
