/** The embedded database's files: how they are written, and how they are copied while they are written to. */
package prakat.database;
