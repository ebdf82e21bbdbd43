package dev.tierzero.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Shards as classic scripts, for pages opened from disk, where nothing else can be loaded. Where a pack ends is decided by sizes
 * before compression, so that it does not depend on a machine's compressor.
 */
final class Packs {

    private static final byte[] CALL = "tierZeroShard(\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEXT = "\",\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\");\n".getBytes(StandardCharsets.US_ASCII);

    private static final int PACK_BYTES = 256 << 10;
    /** Up to here one pack has everything. */
    private static final int ALL_BYTES = 2 << 20;

    private Packs() {}

    /** The shards of each pack. */
    static List<List<Shard>> of(List<Shard> shards) {
        long all = shards.stream().mapToLong(Packs::expected).sum();
        if (all <= ALL_BYTES) {
            return List.of(shards);
        }
        List<List<Shard>> packs = new ArrayList<>();
        int from = 0;
        long size = 0;
        for (int i = 0; i < shards.size(); i++) {
            size += expected(shards.get(i));
            if (size >= PACK_BYTES || i == shards.size() - 1) {
                packs.add(shards.subList(from, i + 1));
                from = i + 1;
                size = 0;
            }
        }
        return packs;
    }

    /** About what a shard is in a pack: it is compressed to less than half, and grows by a third in base64. */
    private static long expected(Shard shard) {
        return shard.size() * 3L / 5;
    }

    static byte[] script(List<Shard> pack) {
        Bytes out = new Bytes();
        for (Shard shard : pack) {
            out.write(CALL);
            out.ascii(shard.name());
            out.write(NEXT);
            out.write(Base64.getEncoder().encode(shard.deflated()));
            out.write(END);
        }
        return out.toArray();
    }
}
