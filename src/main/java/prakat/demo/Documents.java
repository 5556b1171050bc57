package prakat.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import prakat.files.FileDirectory;
import prakat.request.content.Submission;
import prakat.request.content.Upload;

/** Files that come with requests: small ones, with the request's own words or drawn. */
final class Documents {

    /** Different pictures that there are: to draw and to read one takes a while. */
    private static final int PICTURES = 24;

    /** Documents come with so many of ten requests that could have one. */
    private static final int OF_TEN_WITH_DOCUMENT = 6;

    private static final int LONGEST_NAME = 60;

    private final FileDirectory directory;
    private final Topics topics;
    private final Map<Integer, byte[]> pictures = new HashMap<>();

    Documents(FileDirectory directory, Topics topics) {
        this.directory = directory;
        this.topics = topics;
    }

    /**
     * A file that was received, and what is said of it.
     *
     * @param upload to be attached once
     */
    record Document(Upload upload, Submission.Described said) {}

    /** @param file null for none */
    List<Document> of(Topics.File file, String title, String summary, Random random) {
        boolean isLeftOut = file != Topics.File.PICTURES && random.nextInt(10) >= OF_TEN_WITH_DOCUMENT;
        if (file == null || isLeftOut) {
            return List.of();
        }
        return switch (file) {
            case PDF -> List.of(document(name(title) + ".pdf", out -> new PdfLetter(title, summary).writeTo(out)));
            case DOCX -> List.of(document(name(title) + ".docx", out -> new WordLetter(title, summary).writeTo(out)));
            case PICTURES -> pictures(title, random);
        };
    }

    private List<Document> pictures(String title, Random random) {
        int first = random.nextInt(PICTURES);
        return IntStream.range(0, 3 + random.nextInt(topics.pictureNames().size() - 2))
                .mapToObj(i -> {
                    String caption = topics.pictureNames().get(i);
                    String name = "ภาพกิจกรรม-%02d.jpg".formatted(i + 1);
                    byte[] picture = pictures.computeIfAbsent((first + i) % PICTURES, n -> new Picture(n).drawn());
                    Document drawn = document(name, out -> out.write(picture));
                    return new Document(
                            drawn.upload(), new Submission.Described(name, caption + " " + title, caption, i == 0));
                })
                .toList();
    }

    private Document document(String name, FileDirectory.Bytes bytes) {
        try {
            return new Document(
                    new Upload(name, directory.receive(bytes)), new Submission.Described(name, null, null, false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String title) {
        String plain = title.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-");
        return plain.substring(0, Math.min(LONGEST_NAME, plain.length())).replaceAll("-$", "");
    }
}
