package prakat.screening.virus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * ClamAV's daemon behind its socket; {@code man clamd} has its commands. Files are sent to it, so that it needs no right to read
 * them, and may run on another machine or in a container of its own.
 */
final class Clamd {

    private static final int CHUNK = 64 * 1024;

    /** In bytes; the names of viruses are shorter. */
    private static final int LONGEST_ANSWER = 1_000;

    private final String address;

    /** @param address the path of its socket, or {@code host:port} */
    Clamd(String address) {
        this.address = address;
    }

    /**
     * What it says of a file.
     *
     * @throws IOException where it says nothing whole in that time
     */
    String scan(ReadableByteChannel content, Duration most) throws IOException {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        try (SocketChannel channel = open()) {
            // Channels know no time limit of their own; but one that is closed throws out who waits in it.
            ended.orTimeout(most.toMillis(), TimeUnit.MILLISECONDS).whenComplete((none, late) -> close(channel));
            channel.connect(socket());
            try {
                send(StandardCharsets.US_ASCII.encode("zINSTREAM\0"), channel);
                send(content, channel);
            } catch (IOException e) {
                // It hangs up on what it does not take, having said why.
                return answer(channel);
            }
            return answer(channel);
        } catch (ClosedChannelException e) {
            throw new SocketTimeoutException("no answer within " + most.toMillis() + " ms");
        } finally {
            ended.complete(null);
        }
    }

    @Override
    public String toString() {
        return "clamd at " + address;
    }

    private SocketChannel open() throws IOException {
        return isPath() ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
    }

    private SocketAddress socket() throws IOException {
        if (isPath()) {
            return UnixDomainSocketAddress.of(address);
        }
        int colon = address.lastIndexOf(':');
        InetSocketAddress socket =
                new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        if (socket.isUnresolved()) {
            throw new UnknownHostException(address);
        }
        return socket;
    }

    private boolean isPath() {
        return address.startsWith("/");
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In chunks, each after its length; an empty one is the end. */
    private static void send(ReadableByteChannel content, SocketChannel to) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(Integer.BYTES + CHUNK);
        int length;
        do {
            length = Math.max(0, content.read(chunk.clear().position(Integer.BYTES)));
            send(chunk.putInt(0, length).flip(), to);
        } while (length > 0);
    }

    private static void send(ByteBuffer bytes, SocketChannel to) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    /** Up to the null byte that ends it. */
    private static String answer(SocketChannel from) throws IOException {
        ByteBuffer said = ByteBuffer.allocate(LONGEST_ANSWER);
        while (said.hasRemaining() && from.read(said) >= 0) {
            int last = said.position() - 1;
            if (last >= 0 && said.get(last) == 0) {
                return new String(said.array(), 0, last, StandardCharsets.UTF_8);
            }
        }
        throw new IOException("no whole answer");
    }
}
