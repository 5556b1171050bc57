package prakat.screening.reader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import prakat.screening.Place;
import prakat.screening.file.FileKind;

/** Reads plain texts without a process of their own: nothing in one is unpacked or carried out. */
public final class TextReading {

    private TextReading() {}

    /**
     * What a text or table says, as a reader would.
     *
     * @param mediaType of a text
     */
    public static List<Answer> read(Path file, String mediaType, Job.Limits limits) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Output output = Output.to(said, limits);
        TextFile text = new TextFile(output);
        try {
            if (mediaType.equals(FileKind.CSV.mediaType())) {
                text.readTable(file);
            } else {
                text.readText(file);
            }
        } catch (Output.LimitReached e) {
            output.unreadable(Place.inFile());
        }
        output.end();
        List<Answer> answers = new ArrayList<>();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(said.toByteArray()));
        do {
            answers.add(Answer.read(in));
        } while (answers.get(answers.size() - 1).isWhole() == null);
        return answers;
    }
}
