/** Pages about the office: acting directors, holidays, help. */
package prakat.web.desk.office;
