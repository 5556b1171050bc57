/** What is looked up once for all who ask within a while, where it takes long and nobody needs the last one of it. */
package prakat.recent;
