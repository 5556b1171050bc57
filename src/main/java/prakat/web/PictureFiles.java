package prakat.web;

import org.springframework.stereotype.Component;
import prakat.files.ReceivedFile;
import prakat.input.Refusal;
import prakat.picture.Pictures;
import prakat.picture.Variant;
import prakat.request.content.Content;
import prakat.request.content.StoredFile;

/** What is sent of an attachment that is a picture, to a reader who may have it. */
@Component
public class PictureFiles {

    private final Pictures pictures;

    PictureFiles(Pictures pictures) {
        this.pictures = pictures;
    }

    /** Has a picture's widths made before anybody asks for them; of any other file there are none. Returns at once. */
    public void prepare(Content.File file) {
        if (file.isPicture()) {
            pictures.prepare(file.sha256());
        }
    }

    /** A picture with all its pixels, and without place, time and camera; any other file as it is. */
    public StoredFile bare(StoredFile file) {
        return file.isPicture() ? made(file, file.mediaType(), pictures.bare(file.sha256(), file.mediaType())) : file;
    }

    /**
     * A picture in one of its widths; as large as it is while there is no other.
     *
     * @param width as it stands in an address
     * @throws Refusal where it is no picture, or there is no such width
     */
    public StoredFile variant(StoredFile file, String width) {
        Variant variant = Variant.of(width).filter(known -> file.isPicture()).orElseThrow(Refusal::notFound);
        return pictures.variant(file.sha256(), variant)
                .map(made -> made(file, Variant.MEDIA_TYPE, made))
                .orElseGet(() -> bare(file));
    }

    private static StoredFile made(StoredFile picture, String mediaType, ReceivedFile made) {
        return new StoredFile(picture.name(), mediaType, null, made.size(), made.sha256(), made.path());
    }
}
