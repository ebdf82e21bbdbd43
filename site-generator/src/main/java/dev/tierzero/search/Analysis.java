package dev.tierzero.search;

import dev.tierzero.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Reads pages on any number of threads; of a page that is as it was, what was kept is taken. */
final class Analysis {

    private final SearchSettings settings;
    private final Map<String, AnalysedPage.Kept> before;
    private final Deflation deflation;
    private final ConcurrentLinkedQueue<Analyser> idle = new ConcurrentLinkedQueue<>();

    /** @param before what was kept, by key */
    Analysis(SearchSettings settings, Map<String, AnalysedPage.Kept> before, Deflation deflation) {
        this.settings = settings;
        this.before = before;
        this.deflation = deflation;
    }

    AnalysedPage of(SearchPage page) {
        byte[] document = document(page);
        String key = key(page, document);
        AnalysedPage.Kept kept = Optional.ofNullable(before.get(key))
                .orElseGet(() -> new AnalysedPage.Kept(key, terms(page), document.length, deflation.of(document)));
        return new AnalysedPage(page, kept);
    }

    private PageTerms terms(SearchPage page) {
        Analyser analyser = Optional.ofNullable(idle.poll()).orElseGet(Analyser::new);
        PageTerms terms = analyser.of(page);
        idle.add(analyser);
        return terms;
    }

    /** What the browser shows of a page and finds sections by. */
    private byte[] document(SearchPage page) {
        Json json = new Json().open('[').text(page.href()).prose(page.title()).text(page.type());
        json.prose(page.description()).open('{');
        for (String facet : settings.facets()) {
            List<String> values = page.facets().getOrDefault(facet, List.of());
            if (!values.isEmpty()) {
                json.name(facet).texts(values);
            }
        }
        json.close('}').open('[');
        for (SearchSection section : page.sections()) {
            json.open('[').number(section.level()).text(section.anchor());
            json.prose(section.heading()).prose(section.text()).close(']');
        }
        return json.close(']').close(']').toBytes();
    }

    /** The document has all that terms are made of, but for the keys. */
    private static String key(SearchPage page, byte[] document) {
        MessageDigest digest = Sha256.digest();
        digest.update(document);
        digest.update(String.join("\n", page.keys()).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }
}
