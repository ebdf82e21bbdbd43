package dev.tierzero.kpi.collect;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses a source may have. A name on the allow-list may lead anywhere: to this machine, to the neighbours of the machine that
 * builds, to the service that gives a cloud machine its credentials.
 *
 * <p>The client resolves the name again when it connects. It gets the same answer, because the JVM keeps answers for 30 s, longer than
 * a collection takes. Where {@code networkaddress.cache.ttl} is 0, a name server that answers differently each time could lead past
 * this check; over TLS it then still lacks the host's certificate.
 */
final class Addresses {

    /** Ranges that are no host of the internet (IANA special-purpose registries), as prefix and length. */
    private static final List<Range> PRIVATE = List.of(
            Range.of("10.0.0.0", 8),
            Range.of("172.16.0.0", 12),
            Range.of("192.168.0.0", 16),
            Range.of("100.64.0.0", 10),
            Range.of("127.0.0.0", 8),
            Range.of("::1", 128),
            Range.of("fc00::", 7));

    /** Ranges that no setting opens: link-local with its metadata service, and addresses that are none of a host. */
    private static final List<Range> NEVER = List.of(
            Range.of("0.0.0.0", 8),
            Range.of("169.254.0.0", 16),
            Range.of("192.0.0.0", 24),
            Range.of("198.18.0.0", 15),
            Range.of("224.0.0.0", 3),
            // Metadata and health service of Azure, and the metadata services of Alibaba Cloud and AWS over IPv6.
            Range.of("168.63.129.16", 32),
            Range.of("100.100.100.200", 32),
            Range.of("fd00:ec2::254", 128),
            Range.of("fe80::", 10),
            Range.of("fec0::", 10),
            Range.of("ff00::", 8),
            // An IPv4 address inside: compatible, translated (RFC 6052), Teredo (RFC 4380), 6to4 (RFC 3056).
            Range.of("::", 96),
            Range.of("64:ff9b::", 96),
            Range.of("64:ff9b:1::", 48),
            Range.of("2001::", 32),
            Range.of("2002::", 16));

    /** Addresses that begin with the same bits. */
    private static final class Range {
        private final byte[] prefix;
        private final int bits;

        private Range(byte[] prefix, int bits) {
            this.prefix = prefix;
            this.bits = bits;
        }

        static Range of(String address, int bits) {
            try {
                return new Range(InetAddress.getByName(address).getAddress(), bits);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(address, e);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit & 7);
                if ((address[bit >> 3] & mask) != (prefix[bit >> 3] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private Addresses() {}

    /**
     * Resolves a host and looks at all its addresses.
     *
     * @param privateAllowed whether addresses of private networks are taken
     * @throws NoValue when it has none, or one that must not be asked
     */
    static void check(String host, boolean privateAllowed) throws NoValue {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw NoValue.unreachable("the host has no address");
        }
        for (InetAddress address : addresses) {
            if (!isAllowed(address, privateAllowed)) {
                throw NoValue.unasked(
                        "the host has an address that must not be asked",
                        "for a machine of your own network name the host in plugins.kpi-snapshot.allow-private in site.yaml");
            }
        }
    }

    /** Whether an address may be asked. An IPv4 address in IPv6 form is that IPv4 address. */
    static boolean isAllowed(InetAddress address, boolean privateAllowed) {
        byte[] bytes = address.getAddress();
        boolean own = bytes.length == 16 && Range.of("::1", 128).holds(bytes);
        if (!own && NEVER.stream().anyMatch(range -> range.holds(bytes))) {
            return false;
        }
        return privateAllowed || PRIVATE.stream().noneMatch(range -> range.holds(bytes));
    }
}
