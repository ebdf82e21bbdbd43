package dev.tierzero.search;

import dev.tierzero.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReader;

/** Puts the files together from Lucene's index and the pages, which are in the order of its documents. */
final class Export {

    private static final String FOLDER = "_search/";
    private static final String ROOT = "root";
    private static final int GEN_DIGITS = 10;

    private final List<AnalysedPage> analysed;
    private final List<SearchPage> pages;
    private final SearchSettings settings;
    private final Parallel parallel;
    private final Deflation deflation;

    Export(List<AnalysedPage> analysed, SearchSettings settings, Parallel parallel, Deflation deflation) {
        this.analysed = analysed;
        this.pages = analysed.stream().map(AnalysedPage::page).toList();
        this.settings = settings;
        this.parallel = parallel;
        this.deflation = deflation;
    }

    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    private record Raw(String name, byte[] bytes) {}

    SearchIndex index(LuceneIndex lucene) throws IOException {
        Optional<LeafReader> leaf = lucene.leaf();
        List<Dictionary.Shard> words =
                leaf.isPresent() ? Postings.words(leaf.get()).shards() : new Dictionary().shards();
        List<Dictionary.Shard> identifiers =
                leaf.isPresent() ? Postings.identifiers(leaf.get()).shards() : new Dictionary().shards();
        List<Dictionary.Shard> surfaces = Surfaces.of(analysed).shards();
        Facets facets = Facets.of(pages, settings);
        List<Raw> raw = new ArrayList<>();
        raw.addAll(named("w", words));
        raw.addAll(named("i", identifiers));
        raw.addAll(named("s", surfaces));
        raw.add(new Raw("f", facets.toBytes()));
        raw.add(new Raw("m", messages()));
        List<Shard> shards = new ArrayList<>(parallel.map(raw, this::shard));
        shards.addAll(documents());
        List<List<Shard>> packs = Packs.of(shards);
        Root root = new Root(
                pages.size(),
                leaf.isPresent() ? Statistics.of(leaf.get()) : Statistics.ofNothing(),
                separators(words),
                separators(identifiers),
                separators(surfaces),
                packs.stream().map(pack -> pack.get(0).name()).toList(),
                facets.names(),
                pages.stream().map(SearchPage::type).collect(Collectors.toCollection(TreeSet::new)),
                pages.stream().anyMatch(page -> !page.messages().isEmpty()));
        return files(root, shards, packs);
    }

    private static List<Raw> named(String prefix, List<Dictionary.Shard> shards) {
        return IntStream.range(0, shards.size())
                .mapToObj(i -> new Raw(prefix + i, shards.get(i).bytes()))
                .toList();
    }

    private static List<String> separators(List<Dictionary.Shard> shards) {
        return shards.stream().skip(1).map(Dictionary.Shard::separator).toList();
    }

    private Shard shard(Raw raw) {
        String digest = HexFormat.of().formatHex(Sha256.digest().digest(raw.bytes()));
        return new Shard(raw.name(), digest, raw.bytes().length, deflation.of(raw.bytes()));
    }

    private List<Shard> documents() {
        List<Shard> documents = new ArrayList<>();
        for (int i = 0; i < analysed.size(); i++) {
            AnalysedPage.Kept kept = analysed.get(i).kept();
            documents.add(new Shard("d" + i, kept.key(), kept.size(), kept.deflated()));
        }
        return documents;
    }

    /** Log messages by document, as their authors wrote them. */
    private byte[] messages() {
        Json json = new Json().open('[');
        for (int doc = 0; doc < pages.size(); doc++) {
            for (Message message : pages.get(doc).messages()) {
                json.open('[').number(doc).text(message.anchor());
                json.text(message.template()).close(']');
            }
        }
        return json.close(']').toBytes();
    }

    private SearchIndex files(Root root, List<Shard> shards, List<List<Shard>> packs) {
        String gen = gen(root, shards);
        String folder = FOLDER + gen + "/";
        SortedMap<String, byte[]> files = new TreeMap<>();
        Shard first = shard(new Raw(ROOT, root.toBytes(gen, settings)));
        files.put(FOLDER + ROOT + ".bin", first.deflated());
        files.put(FOLDER + ROOT + ".js", Packs.script(List.of(first)));
        shards.forEach(shard -> files.put(folder + shard.name() + ".bin", shard.deflated()));
        List<byte[]> scripts = parallel.map(packs, Packs::script);
        for (int i = 0; i < scripts.size(); i++) {
            files.put(folder + "p" + i + ".js", scripts.get(i));
        }
        return new SearchIndex(gen, files);
    }

    private String gen(Root root, List<Shard> shards) {
        MessageDigest digest = Sha256.digest();
        for (Shard shard : shards) {
            digest.update((shard.name() + ' ' + shard.digest() + '\n').getBytes(StandardCharsets.US_ASCII));
        }
        digest.update(root.toBytes("", settings));
        return HexFormat.of().formatHex(digest.digest()).substring(0, GEN_DIGITS);
    }
}
