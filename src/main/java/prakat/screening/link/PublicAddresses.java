package prakat.screening.link;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Which network addresses are the public Internet's, by the registries of IANA for special purposes. */
final class PublicAddresses {

    /** This machine, private networks, providers' own, links, tests, documentation, many at a time, and what is reserved. */
    private static final List<Block> NOT_PUBLIC_V4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    /** All that was ever given out for the public. */
    private static final Block PUBLIC_V6 = Block.of("2000::/3");

    /** Of that: protocols and tunnels, which may lead to any address of version 4, and documentation. */
    private static final List<Block> NOT_PUBLIC_V6 = blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** An address of version 4, as networks that have only version 6 write it; it stands in the last four bytes. */
    private static final Block TRANSLATED = Block.of("64:ff9b::/96");

    /** No network of anybody's is larger. */
    private static final int SHORTEST_PREFIX = 8;

    private record Block(byte[] start, int bits) {

        static Block of(String written) {
            String[] parts = written.split("/");
            try {
                return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(written, e);
            }
        }

        boolean contains(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 128 >> bit % 8;
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private PublicAddresses() {}

    private static List<Block> blocks(String... written) {
        return Arrays.stream(written).map(Block::of).toList();
    }

    /** Whether it is anybody's on the public Internet. */
    static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isPublicV4(bytes);
        }
        if (TRANSLATED.contains(bytes)) {
            return isPublicV4(Arrays.copyOfRange(bytes, 12, 16));
        }
        return PUBLIC_V6.contains(bytes) && NOT_PUBLIC_V6.stream().noneMatch(block -> block.contains(bytes));
    }

    /** The same, unless it is this machine's or of a network in which this machine is. */
    static boolean containsElsewhere(InetAddress address) {
        try {
            return contains(address)
                    && Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                            .flatMap(one -> one.getInterfaceAddresses().stream())
                            .noneMatch(own -> isOfNetwork(own.getAddress(), own.getNetworkPrefixLength(), address));
        } catch (SocketException e) {
            return false;
        }
    }

    /** Whether it is of the network in which a machine has that address; of one without borders, only the machine itself is. */
    static boolean isOfNetwork(InetAddress own, int prefix, InetAddress address) {
        byte[] start = own.getAddress();
        return new Block(start, prefix < SHORTEST_PREFIX ? start.length * 8 : prefix).contains(address.getAddress());
    }

    private static boolean isPublicV4(byte[] address) {
        return NOT_PUBLIC_V4.stream().noneMatch(block -> block.contains(address));
    }
}
