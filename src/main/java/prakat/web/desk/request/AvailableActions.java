package prakat.web.desk.request;

/**
 * What the reader may do with a request.
 *
 * @param task where the reader decides on it; null where it is not the reader's to decide now
 * @param revise whether it is the reader's to revise
 * @param cancel whether the reader may cancel it
 * @param extend whether the reader may ask to keep it on the website for longer
 * @param update whether the reader may propose a newer version of what is on the website
 * @param reassign whether the reader may give it to another owner
 * @param withdraw whether the reader may take it off the website
 * @param cockpit its instance in Cockpit; null for all but administrators, and once the procedure has ended
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
