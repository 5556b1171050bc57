package prakat.web.site.article;

import prakat.web.Article;

/**
 * One picture by itself.
 *
 * @param title of the publication
 * @param back address of the publication
 * @param place which one it is among the pictures, from 1
 * @param all how many there are
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 */
record PicturePage(
        String title, String back, Article.Picture picture, int place, int all, String previous, String next) {}
