package dev.tierzero.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.query.Answer;
import dev.tierzero.query.EngineText;
import dev.tierzero.query.QueryEngine;
import dev.tierzero.query.QueryOptions;
import dev.tierzero.query.Searcher;
import dev.tierzero.search.Message;
import dev.tierzero.search.Parallel;
import dev.tierzero.search.SearchIndex;
import dev.tierzero.search.SearchPage;
import dev.tierzero.search.SearchSection;
import dev.tierzero.search.SearchSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What readers find: the real engine over the real index of a small site. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchAnswersTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final QueryOptions TEN = QueryOptions.first(10);

    private Optional<Searcher> searcher = Optional.empty();

    @BeforeAll
    void openTheIndex() throws Exception {
        List<SearchPage> pages = List.of(
                page(
                        "ops/vault.html",
                        "Vault is sealed",
                        "runbook",
                        List.of("VaultSealed"),
                        "Unseal it",
                        "Run vault operator unseal with three keys. Never restart the service first."),
                page(
                        "ops/harbor.html",
                        "Registry down",
                        "runbook",
                        List.of("HarborDown"),
                        "Free disk space",
                        "Harbor has no space left. Delete old tags, then restart the service."),
                page(
                        "help/e1042.html",
                        "Policy blocks the push",
                        "faq",
                        List.of("AIBOX-E1042"),
                        "Fix",
                        "aibox policy explain --log-entry prints the rule of /etc/aibox/policy.yaml that blocks."),
                page(
                        "help/slow.html",
                        "The first build is slow",
                        "faq",
                        List.of(),
                        "Fix",
                        "Garbage collection and a cold cache. Set -e helps nobody; C++ builds take longest."),
                page(
                        "guide/kubernetes.html",
                        "Clusters",
                        "guide",
                        List.of(),
                        "Kubernetes nodes",
                        "A kubernetes node is drained before it is restarted. Café, naïve, Ångström."),
                page(
                        "guide/review.html",
                        "After the incident",
                        "guide",
                        List.of(),
                        "Post-incident review",
                        "The review is held within five days."),
                page("ja/start.html", "はじめに", "guide", List.of(), "導入", "日本語の検索エンジンを東京で導入する。"));
        SearchSettings settings = new SearchSettings(
                "en",
                List.of("owner"),
                new TreeMap<>(Map.of("runbook", "Runbook", "faq", "FAQ entry")),
                List.of(List.of("k8s", "kubernetes"), List.of("postmortem", "post-mortem", "post-incident review")));
        SearchIndex index = SearchIndex.of(pages, settings, new OneThread(), Optional.empty());
        Path script = Repository.root().resolve("templates/assets/" + EngineText.NAME);
        EngineText text = new EngineText(script.toString(), Files.readString(script));
        searcher = Optional.of(QueryEngine.forMany(text, LIMIT)
                .open(path -> Optional.ofNullable(index.files().get(path))));
    }

    @Test
    void codesAlertsFlagsAndPathsAreFoundAsTheyStandInAnyCase() {
        for (String query : List.of(
                "AIBOX-E1042", "aibox-e1042", "E1042", "--log-entry", "/etc/aibox/policy.yaml", "policy.yaml")) {
            assertEquals("help/e1042.html", first(query), query);
        }
        assertEquals("ops/vault.html", first("VaultSealed"));
        assertEquals("ops/harbor.html", first("harbordown"));
        assertEquals("help/slow.html", first("C++"));
        assertEquals("help/slow.html", first("set -e"));
    }

    @Test
    void aSentenceNeedsNotHaveAllItsWordsOnThePageAndThenSaysSo() {
        Answer answer = answer("why on earth is the first build of today so terribly slow");
        assertEquals("help/slow.html", answer.hits().get(0).href());
        assertTrue(answer.any());
        assertFalse(answer("first build slow").any());
    }

    @Test
    void slipsAreCorrectedAndToldAndTheWordsThatWereTypedCanBeInsistedOn() {
        assertEquals("registry down", answer("regsitry down").corrected());
        assertEquals("ops/harbor.html", first("regsitry down"));
        assertEquals("ops/vault.html", first("vualt unseal"));
        assertEquals("help/e1042.html", first("AIBOX-E1O42"));
        assertEquals("", answer("regsitry", TEN.asWritten()).corrected());
        assertEquals(0, answer("regsitry", TEN.asWritten()).total());
    }

    @Test
    void aWordThatIsBeingTypedIsCompleted() {
        QueryOptions typing = new QueryOptions(10, 0, new TreeMap<>(), true, false, false, false);
        assertEquals("ops/vault.html", answer("unse", typing).hits().get(0).href());
        assertEquals(
                "guide/kubernetes.html", answer("kuber", typing).hits().get(0).href());
    }

    @Test
    void quotedWordsMustStandBesideEachOtherAndTheNumberOfResultsIsTheirs() {
        Answer exact = answer("\"restart the service\"");
        assertEquals(
                List.of("ops/harbor.html", "ops/vault.html"),
                hrefs(exact).stream().sorted().toList());
        assertEquals(2, exact.total());
        assertFalse(exact.any());
        Answer nowhere = answer("\"service the restart\"");
        assertTrue(nowhere.any(), "no page has these words beside each other, and the answer says so");
    }

    @Test
    void filtersNarrowWrittenInTheQueryOrChosen() {
        assertEquals(
                List.of("ops/harbor.html", "ops/vault.html"),
                hrefs(answer("type:runbook")).stream().sorted().toList());
        assertFalse(answer("type:runbook").any(), "nothing was asked that a page could lack");
        assertEquals(
                List.of("ops/harbor.html"),
                hrefs(answer("restart disk type:runbook")).stream().limit(1).toList());
        TreeMap<String, List<String>> faq = new TreeMap<>(Map.of("type", List.of("faq")));
        assertTrue(hrefs(answer("restart policy", TEN.filtered(faq))).stream().allMatch(h -> h.startsWith("help/")));
        TreeMap<String, List<String>> odd = new TreeMap<>(Map.of("constructor", List.of("__proto__")));
        Answer none = answer("restart", TEN.filtered(odd));
        assertEquals(0, none.total());
        assertFalse(none.partial());
    }

    @Test
    void aPastedLogLineFindsThePageThatExplainsItUnlessAFilterShutsItOut() {
        String line =
                "2026-11-20T03:12:44.118Z host-7 vault[812]: ERROR core: barrier 0x7f3a is sealed by 10.2.3.4:8200";
        Answer answer = answer(line);
        assertEquals("ops/vault.html", answer.hits().get(0).href());
        assertTrue(answer.hits().get(0).message());
        assertEquals(
                "ops/vault.html#unseal-it",
                answer.hits().get(0).sections().get(0).href());
        assertEquals("", answer.corrected());
        TreeMap<String, List<String>> faq = new TreeMap<>(Map.of("type", List.of("faq")));
        assertTrue(hrefs(answer(line, TEN.filtered(faq))).stream().allMatch(h -> h.startsWith("help/")));
        assertFalse(answer("why is vault sealed?").hits().get(0).message());
    }

    @Test
    void synonymsStandForEachOtherAlsoWhenTheyArePhrases() {
        assertEquals("guide/kubernetes.html", first("k8s"));
        assertEquals("guide/review.html", first("postmortem"));
        assertEquals("guide/review.html", first("post-mortem"));
    }

    @Test
    void accentsAndScriptsWithoutSpacesAreFound() {
        assertEquals("guide/kubernetes.html", first("angstrom cafe NAIVE"));
        assertEquals("ja/start.html", first("検索エンジン"));
        assertEquals("ja/start.html", first("東京"));
    }

    @Test
    void aHitIsASectionWithItsHeadingsAndTheWordsInItsPassageAreMarked() {
        Answer.Section section =
                answer("delete old tags").hits().get(0).sections().get(0);
        assertEquals("ops/harbor.html#free-disk-space", section.href());
        assertEquals(List.of("Free disk space"), section.path());
        assertEquals(
                List.of("Delete", "old", "tags"),
                section.snippet().stream()
                        .filter(Answer.Run::matched)
                        .map(Answer.Run::text)
                        .toList());
    }

    @Test
    void pagesByFacetAreCountedOnce() {
        QueryOptions counted = new QueryOptions(10, 0, new TreeMap<>(), false, false, false, true);
        assertEquals(
                List.of(new Answer.FacetValue("runbook", "Runbook", 2)),
                answer("\"restart the service\"", counted).facets().getOrDefault("type", List.of()));
    }

    private String first(String query) {
        return hrefs(answer(query)).stream().findFirst().orElse("nothing");
    }

    private Answer answer(String query) {
        return answer(query, TEN);
    }

    private Answer answer(String query, QueryOptions options) {
        try {
            return searcher.orElseThrow().answer(query, options);
        } catch (dev.tierzero.query.EngineException e) {
            throw new AssertionError(query, e);
        }
    }

    private static List<String> hrefs(Answer answer) {
        return answer.hits().stream().map(Answer.Hit::href).collect(Collectors.toList());
    }

    private static SearchPage page(
            String href, String title, String type, List<String> keys, String heading, String text) {
        List<Message> messages = href.equals("ops/vault.html")
                ? List.of(new Message("unseal-it", "core: barrier <address> is sealed by <host>"))
                : List.of();
        String anchor = heading.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        return new SearchPage(
                href,
                title,
                "",
                type,
                new TreeMap<>(Map.of("owner", List.of("team"))),
                keys,
                messages,
                List.of(new SearchSection(1, "", "", ""), new SearchSection(2, anchor, heading, text)));
    }

    private static final class OneThread implements Parallel {
        @Override
        public <T, R> List<R> map(List<T> items, Function<T, R> task) {
            return items.stream().map(task).toList();
        }
    }
}
