package dev.tierzero.search;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a reader loads first.
 *
 * @param documents how many there are
 * @param statistics for scores
 * @param words separators of the shards of words, from the second shard on
 * @param identifiers separators of the shards of identifiers
 * @param surfaces separators of the shards of surfaces
 * @param packs the first shard of each pack
 * @param facets names, in the order shown
 * @param types of the pages
 * @param messages whether there are any
 */
record Root(
        int documents,
        Statistics statistics,
        List<String> words,
        List<String> identifiers,
        List<String> surfaces,
        List<String> packs,
        List<String> facets,
        Set<String> types,
        boolean messages) {

    private static final int VERSION = 1;

    /** @param gen of the shards; empty while it is computed */
    byte[] toBytes(String gen, SearchSettings settings) {
        Json json = new Json().open('{');
        json.name("v").number(VERSION).name("gen").text(gen);
        json.name("docs").number(documents);
        statistics.write(json);
        json.name("k1").literal("1.2").name("b").literal("0.75");
        json.name("title").literal("0.5").name("ids").literal("1");
        json.name("w").texts(words).name("i").texts(identifiers).name("s").texts(surfaces);
        json.name("packs").texts(packs);
        types(json, settings);
        json.name("facets").texts(facets);
        json.name("synonyms").open('[');
        settings.synonyms().forEach(json::texts);
        json.close(']').name("messages").literal(Boolean.toString(messages));
        json.name("language").text(settings.language());
        return json.close('}').toBytes();
    }

    private void types(Json json, SearchSettings settings) {
        json.name("types").open('{');
        for (Map.Entry<String, String> type : settings.types().entrySet()) {
            if (types.contains(type.getKey())) {
                json.name(type.getKey()).text(type.getValue());
            }
        }
        json.close('}');
    }
}
