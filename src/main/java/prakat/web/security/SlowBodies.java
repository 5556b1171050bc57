package prakat.web.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Keeps the program's threads from those who send what they send a byte now and then: a thread waits for each body. So a
 * stranger's body is no larger than a form needs and comes within seconds, few strangers are waited for at once, and what
 * signed-in people send keeps a lowest rate. Whoever breaks this is cut off. All readers of a body are behind this: forms,
 * parts and streams alike.
 */
@Component
class SlowBodies extends ValveBase implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** In bytes: more than the form of the sign-in has. */
    private static final int STRANGERS_LARGEST = 16 * 1024;

    private static final long STRANGERS_LONGEST_SECONDS = 10;

    /** In milliseconds: what honest people send is there by then. */
    private static final int AT_FIRST = 300;

    private static final int PAUSE = 5;

    /** Of the 200 threads of Tomcat, beside those that look whether something comes at first. */
    private static final int STRANGERS_AT_ONCE = 40;

    private static final int AT_ONCE_FROM_ONE_ADDRESS = 8;

    /** In bytes a second, after a while. */
    private static final int SLOWEST = 1024;

    private static final long WHILE_SECONDS = 20;

    private final Semaphore waiting = new Semaphore(STRANGERS_AT_ONCE);
    private final ConcurrentMap<String, Integer> addresses = new ConcurrentHashMap<>();

    SlowBodies() {
        super(true);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextValves(this);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request call = request.getCoyoteRequest();
        if (call.getContentLengthLong() == 0
                || call.getContentLengthLong() < 0 && call.getHeader("Transfer-Encoding") == null) {
            getNext().invoke(request, response);
            return;
        }
        InputBuffer sent = call.getInputBuffer();
        Body body = new Body(call, request.getRemoteAddr());
        call.setInputBuffer(body);
        try {
            getNext().invoke(request, response);
            if (response.isCommitted() && !call.isFinished()) {
                // A proxy stops sending once an answer has begun, and waits for its end.
                response.finishResponse();
            }
            body.readToEnd();
        } finally {
            call.setInputBuffer(sent);
            body.close();
            if (!call.isFinished()) {
                // Tomcat would wait for the rest.
                call.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }

    /** What one call sends. */
    private final class Body implements InputBuffer {

        private final org.apache.coyote.Request call;
        private final InputBuffer sent;
        private final long length;
        private final String address;

        /** What a stranger sent at first. */
        private ByteBuffer early = ByteBuffer.allocate(0);

        private long began = -1;
        private long read;
        private boolean ended;
        private boolean waitedFor;
        private boolean refused;
        private boolean unwanted;

        Body(org.apache.coyote.Request call, String address) {
            this.call = call;
            this.sent = call.getInputBuffer();
            this.length = call.getContentLengthLong();
            this.address = address;
        }

        @Override
        public int available() {
            return early.hasRemaining() ? early.remaining() : sent.available();
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            if (began < 0) {
                began = System.nanoTime();
                begin();
            }
            if (early.hasRemaining()) {
                ByteBuffer all = early.duplicate();
                early.position(early.limit());
                handler.setByteBuffer(all);
                return all.remaining();
            }
            int more = refused || ended ? -1 : sent.doRead(handler);
            if (more > 0) {
                read += more;
                ensureInTime();
            }
            return more;
        }

        private void begin() throws IOException {
            if (!isStrangers()) {
                return;
            }
            if (length > STRANGERS_LARGEST && !unwanted) {
                refuse();
            }
            if (!unwanted) {
                readAtFirst();
            }
            waitedFor = !ended && take();
            if (!ended && !waitedFor) {
                refuse();
            }
        }

        private void readAtFirst() throws IOException {
            early = ByteBuffer.allocate(STRANGERS_LARGEST);
            Part part = new Part();
            long end = began + AT_FIRST * 1_000_000L;
            while (!ended && System.nanoTime() < end) {
                call.action(ActionCode.AVAILABLE, true);
                if (call.getAvailable() == 0) {
                    pause();
                } else if (sent.doRead(part) < 0) {
                    ended = true;
                } else if (part.buffer.remaining() > early.remaining()) {
                    refuse();
                } else {
                    early.put(part.buffer);
                    ended = early.position() == length;
                }
            }
            early.flip();
            read = early.limit();
        }

        private static void pause() throws IOException {
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }

        private void ensureInTime() throws IOException {
            long seconds = (System.nanoTime() - began) / 1_000_000_000;
            if (isStrangers()
                    ? read > STRANGERS_LARGEST && !unwanted || seconds > STRANGERS_LONGEST_SECONDS
                    : seconds > WHILE_SECONDS && read < seconds * SLOWEST) {
                refuse();
            }
        }

        private boolean isStrangers() {
            if (unwanted) {
                return true;
            }
            Authentication caller = SecurityContextHolder.getContext().getAuthentication();
            return caller == null || !caller.isAuthenticated() || caller instanceof AnonymousAuthenticationToken;
        }

        private void refuse() throws IOException {
            refused = true;
            throw new IOException("the body is too large or too slow");
        }

        /** What was answered without being read: while it comes quickly, so that the sender gets the answer. */
        void readToEnd() {
            unwanted = true;
            if (began >= 0) {
                began = System.nanoTime();
            }
            try {
                while (!refused && !call.isFinished() && doRead(new Part()) >= 0) {
                    // Gone.
                }
            } catch (IOException e) {
                refused = true;
            }
        }

        private boolean take() {
            if (!waiting.tryAcquire()) {
                return false;
            }
            if (addresses.merge(address, 1, Integer::sum) > AT_ONCE_FROM_ONE_ADDRESS) {
                give();
                return false;
            }
            return true;
        }

        private void give() {
            addresses.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
            waiting.release();
        }

        void close() {
            if (waitedFor) {
                give();
            }
        }
    }

    private static final class Part implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // The next part takes this one's place.
        }
    }
}
