package prakat.web.desk.request;

/**
 * What the reader may do with a request.
 *
 * @param task the link to the reader's task in Tasklist; null where the reader has none
 * @param revise whether the reader may revise it
 * @param cancel whether the reader may cancel it
 * @param extend whether the reader may ask to keep it on the website for longer
 * @param update whether the reader may propose a newer version of what is on the website
 * @param reassign whether the reader may give it to another owner
 * @param withdraw whether the reader may take it off the website
 * @param cockpit the link to its instance in Cockpit; null unless the reader is an administrator and the procedure is running
 */
record AvailableActions(
        String task,
        boolean revise,
        boolean cancel,
        boolean extend,
        boolean update,
        boolean reassign,
        boolean withdraw,
        String cockpit) {}
