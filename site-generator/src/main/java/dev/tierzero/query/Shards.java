package dev.tierzero.query;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The shards of an index, each handed out once. For one thread at a time. */
final class Shards {

    /** Path of the root below the output folder. */
    static final String ROOT = "_search/root.bin";

    private final IndexFiles files;
    private final String gen;
    private final Set<String> given = new HashSet<>();

    /** @param gen names the folder */
    Shards(IndexFiles files, String gen) {
        this.files = files;
        this.gen = gen;
    }

    /**
     * Those of the names that were not handed out before.
     *
     * @throws UnexpectedValue for what is no name of a shard, or when all were handed out: a script that asks again never ends
     */
    List<String> fresh(List<String> names) {
        for (String name : names) {
            if (!name.matches("[a-z][0-9]{0,6}")) {
                throw new UnexpectedValue("search asks for a shard \"" + name + "\"");
            }
        }
        List<String> fresh = names.stream().filter(given::add).toList();
        if (fresh.isEmpty()) {
            throw new UnexpectedValue("search asks again for " + String.join(", ", names));
        }
        return fresh;
    }

    /** The shard; empty when it is missing, cannot be read or is damaged. */
    Optional<byte[]> bytes(String name) {
        try {
            return files.bytes("_search/" + gen + "/" + name + ".bin").flatMap(Shard::inflated);
        } catch (IOException e) {
            // The answer says that it is partial.
            return Optional.empty();
        }
    }
}
