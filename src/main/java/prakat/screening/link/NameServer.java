package prakat.screening.link;

import java.util.Hashtable;
import java.util.Map;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/**
 * Tells a name that does not exist from a name server that does not answer, or that knows no more than the office's own
 * network: the failure of an ordinary look-up does not say which it was.
 */
final class NameServer {

    /** Those that this machine asks. */
    static final NameServer OURS = new NameServer("dns:");

    private static final String ROOT = "";

    private final Map<String, String> client;

    /** @param url {@code dns:}, and which one where it is not this machine's */
    NameServer(String url) {
        // The JDK's own client; it waits for a second, and then once more twice as long.
        client = Map.of(
                Context.INITIAL_CONTEXT_FACTORY,
                "com.sun.jndi.dns.DnsContextFactory",
                Context.PROVIDER_URL,
                url,
                "com.sun.jndi.dns.timeout.initial",
                "1000",
                "com.sun.jndi.dns.timeout.retries",
                "2");
    }

    /** Whether it knows the Internet, and says that there is no such server. */
    boolean denies(String host) {
        try {
            DirContext names = new InitialDirContext(new Hashtable<>(client));
            try {
                return knows(names, ROOT, "NS") && !knows(names, host, "A") && !knows(names, host, "AAAA");
            } finally {
                names.close();
            }
        } catch (NamingException e) {
            return false;
        }
    }

    /** One kind at a time: the JDK asks for several by asking for all, which many name servers refuse. */
    private static boolean knows(DirContext names, String name, String kind) throws NamingException {
        try {
            return names.getAttributes(name, new String[] {kind}).size() > 0;
        } catch (NameNotFoundException e) {
            return false;
        }
    }
}
