/** What somebody has begun to propose and not yet submitted. */
package prakat.request.draft;
