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

    /** The JDK's own client, which asks the machine's name servers; a second each, and once more twice as long. */
    private static final Map<String, String> CLIENT = Map.of(
            Context.INITIAL_CONTEXT_FACTORY,
            "com.sun.jndi.dns.DnsContextFactory",
            "com.sun.jndi.dns.timeout.initial",
            "1000",
            "com.sun.jndi.dns.timeout.retries",
            "2");

    private static final String ROOT = "";

    private NameServer() {}

    /** Whether it knows the Internet, and says that there is no such server. */
    static boolean denies(String host) {
        try {
            DirContext names = new InitialDirContext(new Hashtable<>(CLIENT));
            try {
                return knows(names, ROOT, "NS") && !knows(names, host, "A", "AAAA");
            } finally {
                names.close();
            }
        } catch (NamingException e) {
            return false;
        }
    }

    private static boolean knows(DirContext names, String name, String... records) throws NamingException {
        try {
            return names.getAttributes(name, records).size() > 0;
        } catch (NameNotFoundException e) {
            return false;
        }
    }
}
