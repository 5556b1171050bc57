package prakat.screening.link;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which servers may be asked. Who asks connects to the addresses that are given out here and looks up nothing by itself: a name
 * that means something else a moment later leads nowhere else.
 *
 * @param names looks up all addresses of a name
 * @param isAsked whether an address is; of a name that has others, too, only those are asked that are
 * @param ports at which servers are asked, so that nobody tries all ports of a machine through us
 * @param isDenied whether it is sure that there is no server of a name that could not be looked up
 */
record Destinations(Names names, Predicate<InetAddress> isAsked, Set<Integer> ports, Predicate<String> isDenied) {

    /** Those of the public Internet. */
    static final Destinations PUBLIC = new Destinations(
            InetAddress::getAllByName,
            PublicAddresses::containsElsewhere,
            Set.of(80, 443, 8080, 8443),
            NameServer.OURS::denies);

    /** A look-up of names. */
    interface Names {
        InetAddress[] lookUp(String host) throws UnknownHostException;
    }

    /** None of a server's addresses is asked. */
    static final class NotAsked extends UnknownHostException {

        private static final long serialVersionUID = 1;

        private final boolean isInternal;

        private NotAsked(String host, boolean isInternal) {
            super(host);
            this.isInternal = isInternal;
        }

        /** Whether nobody else would find it there either. */
        boolean isInternal() {
            return isInternal;
        }
    }

    /**
     * The addresses of a server that may be asked, at least one.
     *
     * @throws NotAsked where none may
     */
    InetAddress[] of(String host) throws UnknownHostException {
        InetAddress[] all = names.lookUp(host);
        InetAddress[] asked = Arrays.stream(all).filter(isAsked).toArray(InetAddress[]::new);
        if (asked.length == 0) {
            throw new NotAsked(host, Arrays.stream(all).noneMatch(PublicAddresses::contains));
        }
        return asked;
    }
}
