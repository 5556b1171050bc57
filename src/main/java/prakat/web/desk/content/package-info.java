/** What a request says, what changed from version to version, and its history in words, as several pages show it. */
package prakat.web.desk.content;
