/** Keeping what the office has: backups of the embedded database and the files, and the first start after a restore. */
package prakat.backup;
