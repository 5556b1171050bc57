/** Looks again at what was screened before: when rules have changed, or at what was public before there were any. */
package prakat.request.rescreening;
