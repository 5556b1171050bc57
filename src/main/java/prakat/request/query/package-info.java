/** What readers find of the requests, each what they may see, and how far the procedure has come with them. */
package prakat.request.query;
