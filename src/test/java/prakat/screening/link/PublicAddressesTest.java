package prakat.screening.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is asked inside the office's network, however its addresses are written. */
class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.0.170",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::8.8.8.8",
                "::ffff:127.0.0.1",
                "::ffff:192.168.1.1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::127.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:7f00:1::",
                "2001:2::1",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:c0a8:101::1",
                "3fff::1",
                "4000::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "ff0e::1"
            })
    void anAddressOfNobodyElsesIsNotPublic(String address) throws Exception {
        assertThat(PublicAddresses.contains(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.1",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "64:ff9b::8.8.8.8",
                "2001:200::1",
                "2404:6800:4001::1",
                "2606:4700:4700::1111",
                "2a00:1450::1"
            })
    void anotherIs(String address) throws Exception {
        assertThat(PublicAddresses.contains(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void noAddressOfThisMachineIsElsewhere() throws Exception {
        assertThat(Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                        .flatMap(one -> one.getInterfaceAddresses().stream())
                        .map(own -> own.getAddress()))
                .isNotEmpty()
                .noneMatch(PublicAddresses::containsElsewhere);
    }

    @ParameterizedTest
    @CsvSource({
        "1.1.1.5, 24, 1.1.1.9, true",
        "1.1.1.5, 24, 1.1.2.5, false",
        "1.1.1.5, 32, 1.1.1.5, true",
        "1.1.1.5, 0, 1.1.1.5, true",
        "1.1.1.5, 0, 8.8.8.8, false",
        "2606:4700::5, 64, 2606:4700::9, true",
        "2606:4700::5, 64, 2606:4701::5, false",
        "2606:4700::5, 64, 1.1.1.9, false"
    })
    void aPublicAddressInOurNetworkIsNotElsewhere(String own, int prefix, String address, boolean isOfIt)
            throws Exception {
        assertThat(PublicAddresses.isOfNetwork(InetAddress.getByName(own), prefix, InetAddress.getByName(address)))
                .isEqualTo(isOfIt);
    }
}
