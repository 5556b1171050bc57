/** Where staff write what they propose, revise or update. */
package prakat.web.desk.draft;
