package prakat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A real mail server, one for all tests, which takes mail for everybody; it can be down, too. */
public final class PostOffice {

    /** Where programs find it. */
    public static final int PORT = freePort();

    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private PostOffice() {}

    /** The server, running. */
    public static synchronized GreenMail open() {
        if (!SERVER.isRunning()) {
            SERVER.start();
        }
        return SERVER;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
