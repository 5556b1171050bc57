/** What is proposed: submissions, the versions that they become, their files and digests. */
package prakat.request.content;
