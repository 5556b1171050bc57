package prakat.background;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javax.net.SocketFactory;

/**
 * Makes the sockets of the pool's connections, and can close them all: a call that waits for a database that hangs is answered
 * then, and its thread is free. Named in {@code application-postgres.yaml}, and made by the driver.
 */
public final class DatabaseSockets extends SocketFactory {

    private static final Set<Socket> OPEN = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** For the driver. */
    public DatabaseSockets() {}

    static void closeAll() {
        for (Socket socket : Set.copyOf(OPEN)) {
            // One that is made meanwhile stays to be closed the next time.
            OPEN.remove(socket);
            try {
                socket.close();
            } catch (IOException e) {
                // It is of no use any more in either case.
            }
        }
    }

    @Override
    public Socket createSocket() {
        Socket socket = new Socket();
        OPEN.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(InetAddress.getByName(host), port, from, fromPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host, port, null, 0);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        Socket socket = createSocket();
        socket.bind(new InetSocketAddress(from, fromPort));
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }
}
