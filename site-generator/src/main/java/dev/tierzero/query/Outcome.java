package dev.tierzero.query;

import dev.tierzero.api.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a search test gave.
 *
 * @param test that was run
 * @param rank of its page, 1-based; 0 when it is not among the hits that were looked at
 * @param found how many pages the query finds
 * @param before the pages before it, best first; when it was not found, the best of all
 */
record Outcome(SearchTests.Test test, int rank, int found, List<String> before) {

    /** How far is looked for a page that is not where it has to be. */
    private static final int FAR = 50;

    /** As many as a reader sees at once. */
    private static final int NEAR = 10;

    private static final int MOST_NAMED = 3;

    /** Copies. */
    Outcome {
        before = List.copyOf(before);
    }

    /**
     * Runs a test.
     *
     * @throws EngineException when the search engine's script is at fault
     */
    static Outcome of(SearchTests.Test test, TestedPages pages, Answerer answerer) throws EngineException {
        Outcome near = of(test, pages, answerer, Math.max(NEAR, test.top()));
        return !near.failed() || near.rank() > 0 || near.found() <= NEAR ? near : of(test, pages, answerer, FAR);
    }

    private static Outcome of(SearchTests.Test test, TestedPages pages, Answerer answerer, int limit)
            throws EngineException {
        Answer answer = answerer.answer(test.query(), QueryOptions.first(limit));
        List<String> hrefs =
                answer.hits().stream().limit(limit).map(Answer.Hit::href).toList();
        int at = hrefs.indexOf(pages.href(test.page()));
        List<String> before = hrefs.subList(0, at < 0 ? hrefs.size() : at).stream()
                .map(pages::name)
                .toList();
        return new Outcome(test, at + 1, Math.max(answer.total(), hrefs.size()), before);
    }

    boolean failed() {
        return rank == 0 || rank > test.top();
    }

    /** The finding of a test that fails. */
    Optional<Diagnostic> failure(Optional<Integer> was) {
        if (!failed()) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.error(
                "SE001",
                test.position(),
                test.shown() + place(was) + others() + (test.why().isEmpty() ? "" : " (tested because: " + why() + ")"),
                "say it with these words in the page's title, headings or text, or make them synonyms in content/"
                        + Synonyms.PATH + "; when another page answers it better, change the test"));
    }

    private String place(Optional<Integer> was) {
        if (rank > 0) {
            return " finds " + test.page() + " at rank " + rank + ", and rank " + wanted() + " is wanted"
                    + was.map(former -> " (it fell from " + former + ")").orElse("");
        }
        return (was.isPresent() ? " no longer finds " : " does not find ")
                + test.page()
                + among()
                + was.map(former -> ", which was at rank " + former).orElse("");
    }

    private String wanted() {
        return test.top() == 1 ? "1" : test.top() + " or better";
    }

    private String among() {
        return found > FAR ? " among the first " + FAR : "";
    }

    private String others() {
        if (before.isEmpty()) {
            return "; it finds nothing";
        }
        List<String> named = IntStream.range(0, Math.min(MOST_NAMED, before.size()))
                .mapToObj(before::get)
                .toList();
        int more = (rank > 0 ? before.size() : found) - named.size();
        return (rank > 0 ? "; before it: " : "; it finds: ")
                + String.join(", ", named)
                + (more > 0 ? " and " + more + " more" : "");
    }

    private String why() {
        return Shown.of(test.why(), 120);
    }
}
