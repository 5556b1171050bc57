package prakat.publication;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import prakat.picture.Pictures;

/** Has the pictures of what came on the website made as readers get them, before the first of them comes. */
@Component
class PicturePreparation {

    private final Pictures pictures;

    PicturePreparation(Pictures pictures) {
        this.pictures = pictures;
    }

    @TransactionalEventListener
    void prepare(Publishing.Published published) {
        published.pictures().forEach(pictures::prepare);
    }
}
