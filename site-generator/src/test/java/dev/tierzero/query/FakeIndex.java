package dev.tierzero.query;

import dev.tierzero.model.JsonText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.Deflater;

/**
 * An index of a format of its own, and an engine that keeps the contract: a page is a shard, a score is a number of words. Every word that
 * a page has counts, words of one group of synonyms are the same, and {@code zz} is always corrected to {@code vault}.
 *
 * @param files by path below the output folder
 */
public record FakeIndex(Map<String, byte[]> files) implements IndexFiles {

    /** The engine. */
    public static final String ENGINE = """
            const TierZeroSearch = (() => {
              const words = text => text.toLowerCase().split(/[^a-z0-9]+/).filter(word => word);
              const runs = (text, found) => text.split(/([^a-zA-Z0-9]+)/).filter(part => part)
                .map(part => [part, found.includes(part.toLowerCase()) ? 1 : 0]);
              const open = (bytes, decode) => {
                const root = JSON.parse(decode(bytes)), shards = new Map(), lost = new Set();
                const search = (text, options) => {
                  const filters = options.filters ?? {};
                  const needs = root.shards.filter(name => !shards.has(name) && !lost.has(name));
                  if (needs.length) return { needs };
                  const corrected = !options.exact && /\\bzz\\b/.test(text) ? text.replace(/\\bzz\\b/g, "vault") : "";
                  const asked = words(corrected || text);
                  const found = asked.flatMap(word => root.synonyms.find(group => group.includes(word)) ?? [word]);
                  const hits = [];
                  root.shards.forEach((name, doc) => {
                    const page = shards.get(name);
                    if (!page || Object.keys(filters).some(f => !filters[f].some(v => page[f] === v))) return;
                    const score = words(page.title + " " + page.text).filter(word => found.includes(word)).length;
                    const sections = [{ path: [], href: page.href, snippet: runs(page.text, found) }];
                    if (page.section) sections.push({ path: ["Repair", page.section], href: page.href + "#s", snippet: [] });
                    if (score) hits.push({ doc, score, base: score / 2, title: runs(page.title, found), titleText: page.title,
                      href: page.href, type: page.type, facets: { owner: [page.owner] }, message: text.includes("ERROR"), sections });
                  });
                  hits.sort((a, b) => b.score - a.score || a.doc - b.doc);
                  const facets = options.facets ? { type: [["runbook", "Runbooks", hits.length]] } : null;
                  return { needs: [], answer: { query: text, words: asked, total: hits.length, partial: lost.size > 0, corrected,
                    any: asked.length > 3, hits: hits.slice(options.offset, options.offset + options.limit), facets } };
                };
                return { search, add: (name, shard) => { shards.set(name, JSON.parse(decode(shard))); }, lost: name => { lost.add(name); } };
              };
              return { open };
            })();
            """;

    /** Where the tests say that it is. */
    public static final EngineText TEXT = new EngineText("templates/assets/search-engine.js", ENGINE);

    /** The folder of the shards. */
    public static final String GEN = "0123456789";

    /** A page of the type {@code runbook} of {@code platform-team}. */
    public record FakePage(String href, String title, String text, String section) {}

    /** Makes one. */
    public static FakeIndex of(List<List<String>> synonyms, FakePage... pages) {
        Map<String, byte[]> files = new TreeMap<>();
        List<String> names = new ArrayList<>();
        for (FakePage page : pages) {
            String name = "d" + names.size();
            names.add(JsonText.quoted(name));
            String json = "{\"href\":" + JsonText.quoted(page.href()) + ",\"title\":" + JsonText.quoted(page.title())
                    + ",\"text\":" + JsonText.quoted(page.text()) + ",\"section\":" + JsonText.quoted(page.section())
                    + ",\"type\":\"runbook\",\"owner\":\"platform-team\"}";
            files.put("_search/" + GEN + "/" + name + ".bin", deflated(json));
        }
        String groups = synonyms.stream()
                .map(group -> group.stream().map(JsonText::quoted).collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "[", "]"));
        files.put(
                "_search/root.bin",
                deflated("{\"v\":1,\"gen\":\"" + GEN + "\",\"shards\":[" + String.join(",", names) + "],\"synonyms\":"
                        + groups + "}"));
        return new FakeIndex(files);
    }

    /** The same without a file. */
    public FakeIndex without(String path) {
        Map<String, byte[]> fewer = new TreeMap<>(files);
        fewer.remove(path);
        return new FakeIndex(fewer);
    }

    /** The same with other bytes in a file. */
    public FakeIndex with(String path, byte[] bytes) {
        Map<String, byte[]> others = new TreeMap<>(files);
        others.put(path, bytes);
        return new FakeIndex(others);
    }

    @Override
    public Optional<byte[]> bytes(String path) {
        return Optional.ofNullable(files.get(path));
    }

    static byte[] deflated(String text) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[1024];
        while (!deflater.finished()) {
            out.write(part, 0, deflater.deflate(part));
        }
        deflater.end();
        return out.toByteArray();
    }
}
