package dev.tierzero.kpi.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.215.14",
                "8.8.8.8",
                "172.32.0.1",
                "100.128.0.1",
                "2606:2800:21f::1",
                "2a00:1450::1",
                "::ffff:8.8.8.8"
            })
    void aHostOfTheInternetMayBeAsked(String address) throws UnknownHostException {
        assertEquals(true, Addresses.isAllowed(InetAddress.getByName(address), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "100.127.255.255",
                "::1",
                "fc00::1",
                "fd12:3456::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1"
            })
    void aPrivateAddressMayBeAskedOnlyWhereTheSiteSaysSo(String address) throws UnknownHostException {
        assertEquals(false, Addresses.isAllowed(InetAddress.getByName(address), false));
        assertEquals(true, Addresses.isAllowed(InetAddress.getByName(address), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254", "169.254.0.1", "0.0.0.0", "0.1.2.3", "192.0.0.192", "198.18.0.1", "224.0.0.1",
                        "240.0.0.1", "255.255.255.255",
                "168.63.129.16", "100.100.100.200", "fd00:ec2::254", "::", "fe80::1", "fec0::1", "ff02::1", "::7f00:1",
                        "::ffff:169.254.169.254",
                "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2001:0:1::1"
            })
    void metadataServicesAndAddressesOfNoHostAreNeverAsked(String address) throws UnknownHostException {
        assertEquals(false, Addresses.isAllowed(InetAddress.getByName(address), true));
    }

    /** Other spellings of 127.0.0.1 are resolved before they are looked at. */
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "2130706433", "127.1", "0:0:0:0:0:0:0:1"})
    void anotherSpellingIsNoWayAround(String host) {
        NoValue refused = assertThrows(NoValue.class, () -> Addresses.check(host, false));
        assertEquals("the host has an address that must not be asked", refused.words());
    }

    @Test
    void aPrivateHostThatIsAllowedPasses() throws NoValue {
        Addresses.check("localhost", true);
    }
}
