/** What the office has to disclose, for those who have to see to it. */
package prakat.web.desk.disclosure;
