package prakat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends calls byte by byte as they are given, well formed or not, over one connection as long as it stays open. */
final class RawCalls implements AutoCloseable {

    private static final int TIMEOUT = 20_000;

    private final URI program;
    private Socket socket;
    private InputStream in;

    RawCalls(URI program) {
        this.program = program;
    }

    /**
     * What was answered.
     *
     * @param status of HTTP; 0 where the connection was closed without an answer
     * @param body as text
     */
    record RawAnswer(int status, String body) {}

    /**
     * Sends a call and reads the answer.
     *
     * @param head request line and headers, each ended by CRLF, without the length of the body and the last empty line
     */
    RawAnswer send(String head, byte[] body) throws IOException {
        ByteArrayOutputStream call = new ByteArrayOutputStream();
        call.writeBytes((head + "Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        call.writeBytes(body);
        boolean fresh = socket == null;
        if (fresh) {
            socket = new Socket(program.getHost(), program.getPort());
            socket.setSoTimeout(TIMEOUT);
            in = new BufferedInputStream(socket.getInputStream());
        }
        try {
            socket.getOutputStream().write(call.toByteArray());
            return read(head.startsWith("HEAD "));
        } catch (EOFException | SocketException e) {
            close();
            // A connection may have been closed after the call before.
            return fresh ? new RawAnswer(0, "") : send(head, body);
        }
    }

    private RawAnswer read(boolean headOnly) throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        long length = -1;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            length = lower.startsWith("content-length:")
                    ? Long.parseLong(header.substring(15).strip())
                    : length;
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            last |= lower.startsWith("connection:") && lower.contains("close");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean empty = headOnly || status == 204 || status == 304 || status < 200;
        if (!empty && chunked) {
            for (int size = size(); size > 0; size = size()) {
                body.writeBytes(in.readNBytes(size));
                line();
            }
            line();
        } else if (!empty) {
            body.writeBytes(length < 0 ? in.readAllBytes() : in.readNBytes((int) length));
        }
        if (last || !empty && !chunked && length < 0) {
            close();
        }
        return status < 200 ? read(headOnly) : new RawAnswer(status, body.toString(StandardCharsets.UTF_8));
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";")[0].strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException();
            }
            line.append((char) read);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
