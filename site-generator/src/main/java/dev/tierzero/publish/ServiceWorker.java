package dev.tierzero.publish;

import dev.tierzero.model.JsonText;
import dev.tierzero.model.PercentCode;
import dev.tierzero.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The script that readers' browsers keep, so that the site can be read and searched without the network. It consists of a line that
 * says what is to be kept, and of the theme's script. The line changes with every byte of the site, and with nothing else: browsers
 * take a site up anew when their copy of the script differs.
 */
public final class ServiceWorker {

    /** Output path: a worker serves what is beside and below it. */
    public static final String NAME = "sw.js";

    /** Path of the script in the theme. */
    public static final String SOURCE = "service-worker.js";

    /** Bytes of the packs of a search index that every reader's browser fetches and keeps. */
    static final long LARGEST_INDEX = 8L << 20;
    /** Bytes of the pages that every reader's browser fetches and keeps although nobody has opened them. */
    public static final long LARGEST_PAGES = 2L << 20;

    private static final int VERSION_LENGTH = 12;
    private static final int HASH_LENGTH = 10;
    private static final String CALL = "tierZeroShard(\"";

    /** Says nothing of the theme's script: that may be what is wrong. The names are those of the theme's caches. */
    private static final String ENDED = """
            /* Offline reading is switched off: this worker deletes what was kept, and itself. */
            "use strict";
            const NAME = `tier0 ${new URL(registration.scope).pathname} `;
            addEventListener("install", () => skipWaiting());
            addEventListener("activate", event => event.waitUntil((async () => {
              for (const name of await caches.keys()) if (name.startsWith(NAME)) await caches.delete(name);
            })().catch(() => {}).then(() => registration.unregister())));
            """;

    private final Map<String, Manifest.Entry> files;
    private final Map<String, byte[]> search;

    /**
     * Prepares the script for a site.
     *
     * @param files every file of the site but this one and the manifest
     * @param search the files of the search index among them
     */
    public ServiceWorker(SortedMap<String, Manifest.Entry> files, SortedMap<String, byte[]> search) {
        this.files = new TreeMap<>(files);
        this.search = search;
    }

    /** The script that makes browsers forget what they kept. */
    public static byte[] ended() {
        return ENDED.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The script.
     *
     * @param source the theme's
     * @param always output paths of pages that are kept from the first visit on; those that there are none of are left out
     * @param more groups of files that are fetched after that, the most important first, as far as {@link #fitting} takes them
     */
    public byte[] script(String source, List<String> always, List<List<String>> more) {
        String theme = list(files.keySet().stream().filter(path -> path.startsWith("_theme/")), ServiceWorker::quoted);
        String pages = list(always.stream().filter(files::containsKey), ServiceWorker::quoted);
        String rest = list(
                fitting(more, path -> entry(path).size()).stream().filter(files::containsKey),
                path -> quoted(path) + ": " + JsonText.quoted(hash(path)));
        String site = "const SITE = {\n\"version\": \"" + version(source) + "\",\n\"theme\": [" + theme
                + "],\n\"pages\": [" + pages + "],\n\"more\": {" + rest + "},\n\"search\": " + index() + "};\n";
        return (site + source).getBytes(StandardCharsets.UTF_8);
    }

    private String version(String source) {
        MessageDigest digest = Sha256.digest();
        digest.update(source.getBytes(StandardCharsets.UTF_8));
        files.forEach(
                (path, file) -> digest.update(("\0" + path + "\0" + file.sha256()).getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH);
    }

    /**
     * What browsers keep beforehand of groups of files, the most important first: a group with which all would be more than 2 MiB is
     * left out, and so are those after it. Each file counts once.
     *
     * @param size bytes of a file; 0 when there is none
     */
    public static Set<String> fitting(List<List<String>> groups, ToLongFunction<String> size) {
        Set<String> fitting = new LinkedHashSet<>();
        long all = 0;
        for (List<String> group : groups) {
            Set<String> more = new LinkedHashSet<>(group);
            more.removeAll(fitting);
            all += more.stream().mapToLong(size).sum();
            if (all > LARGEST_PAGES) {
                return fitting;
            }
            fitting.addAll(more);
        }
        return fitting;
    }

    /** Of an index that is too large the shards of terms are kept, and not the texts of pages; if those are, too, nothing. */
    private String index() {
        Map<String, String> packs = packs();
        long size = size(packs);
        if (size > LARGEST_INDEX) {
            packs.values().removeIf(first -> first.startsWith("d"));
        }
        if (size(packs) > LARGEST_INDEX) {
            packs.clear();
        }
        String list = list(
                packs.entrySet().stream(),
                pack -> "[" + JsonText.quoted(pack.getValue()) + ", " + quoted(pack.getKey()) + "]");
        String gen = search.keySet().stream()
                .filter(path -> path.indexOf('/') < path.lastIndexOf('/'))
                .findFirst()
                .map(path -> path.substring(path.indexOf('/') + 1, path.lastIndexOf('/')))
                .orElse("");
        String root = Optional.ofNullable(files.get("_search/root.bin"))
                .map(Manifest.Entry::sha256)
                .orElse("");
        return "{\"gen\": " + JsonText.quoted(gen) + ", \"root\": " + JsonText.quoted(root) + ", \"packs\": [" + list
                + "]}";
    }

    private long size(Map<String, String> packs) {
        return packs.keySet().stream().mapToLong(path -> entry(path).size()).sum();
    }

    /** The name of the first shard in each pack by its path, in the packs' order. */
    private Map<String, String> packs() {
        Map<String, String> packs =
                new TreeMap<>(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        search.forEach((path, bytes) -> {
            String begin = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1);
            if (path.matches("_search/[^/]+/p\\d+\\.js") && begin.startsWith(CALL)) {
                packs.put(
                        path,
                        begin.substring(CALL.length(), Math.max(CALL.length(), begin.indexOf('"', CALL.length()))));
            }
        });
        return packs;
    }

    private Manifest.Entry entry(String path) {
        return Optional.ofNullable(files.get(path)).orElse(new Manifest.Entry("", 0));
    }

    private String hash(String path) {
        return entry(path).sha256().substring(0, HASH_LENGTH);
    }

    private static String quoted(String path) {
        return JsonText.quoted(PercentCode.encoded(path));
    }

    private static <T> String list(Stream<T> items, Function<T, String> text) {
        return items.map(text).collect(Collectors.joining(",\n  "));
    }
}
