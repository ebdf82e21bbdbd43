package dev.tierzero.query;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Nearest;
import dev.tierzero.api.SourcePosition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Queries and the pages that they have to find: a register.
 *
 * @param tests that can be run, in the order written
 * @param diagnostics about the others
 */
public record SearchTests(List<Test> tests, List<Diagnostic> diagnostics) {

    /** Path below the content folder. */
    public static final String PATH = "_data/search-tests.yaml";

    /** None. */
    public static final SearchTests NONE = new SearchTests(List.of(), List.of());

    /** JSON Schema of a test. */
    public static final String SCHEMA = """
            {
              "title": "the test",
              "type": "object",
              "properties": {
                "query": { "title": "query", "type": "string", "minLength": 1, "maxLength": 1000, "pattern": "\\\\S", "examples": ["vault is sealed"] },
                "page": { "type": "string", "minLength": 1, "maxLength": 1000, "examples": ["operations/vault-down.md"] },
                "top": { "type": "integer", "minimum": 1, "maximum": 50, "examples": ["3"] },
                "why": { "type": "string", "minLength": 1, "maxLength": 500, "examples": ["what the alert says"] }
              },
              "required": ["query", "page"],
              "additionalProperties": false
            }
            """;

    private static final int USUAL_TOP = 3;
    private static final int LONGEST_SHOWN = 80;

    /**
     * A query and a page that it has to find.
     *
     * @param query as a reader types it
     * @param page path below the content folder
     * @param top the last rank that will do, at least 1
     * @param why it is tested; empty when that is not said
     * @param position of the query in the register
     * @param pagePosition of the page
     */
    public record Test(
            String query, String page, int top, String why, SourcePosition position, SourcePosition pagePosition) {

        /** The query as messages quote it. */
        String shown() {
            return "\"" + Shown.of(query, LONGEST_SHOWN) + "\"";
        }
    }

    /** Copies. */
    public SearchTests {
        tests = List.copyOf(tests);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Takes the entries of the register, which fit the schema.
     *
     * @param pages paths below the content folder of what can be found
     */
    public static SearchTests of(List<DataNode> register, Collection<String> pages) {
        List<Test> tests = new ArrayList<>();
        List<Diagnostic> found = new ArrayList<>();
        Map<String, Test> before = new HashMap<>();
        for (DataNode node : register) {
            Test test = test(node);
            Optional<Diagnostic> fault =
                    pages.contains(test.page()) ? clash(test, before) : Optional.of(noPage(test, pages));
            fault.ifPresentOrElse(found::add, () -> tests.add(test));
        }
        return new SearchTests(tests, found);
    }

    /** The same test again, or another page that has to be first as well. */
    private static Optional<Diagnostic> clash(Test test, Map<String, Test> before) {
        String query = test.query().replaceAll("\\s+", " ");
        Test same = before.putIfAbsent(query + "\n" + test.page(), test);
        if (same != null) {
            return Optional.of(Diagnostic.error(
                    "SE003",
                    test.position(),
                    test.shown() + " is tested twice for " + test.page() + ", first in line "
                            + same.position().line(),
                    "delete one of the two"));
        }
        Test first = test.top() == 1 ? before.putIfAbsent(query, test) : null;
        return Optional.ofNullable(first)
                .map(other -> Diagnostic.error(
                        "SE003",
                        test.position(),
                        test.shown() + " cannot have two first pages: line "
                                + other.position().line() + " wants " + other.page(),
                        "write top: 2 to one of the two"));
    }

    private static Test test(DataNode node) {
        return new Test(
                node.text("query").orElse("").strip(),
                node.text("page").orElse("").strip(),
                node.number("top").map(BigDecimal::intValue).orElse(USUAL_TOP),
                node.text("why").orElse("").strip(),
                node.position("query"),
                node.position("page"));
    }

    private static Diagnostic noPage(Test test, Collection<String> pages) {
        String hint = near(test.page(), pages)
                .map(page -> "did you mean " + page + "?")
                .orElse("write the page's path below content/, such as operations/vault-down.md; drafts, partials and"
                        + " pages with search: false are not found");
        return Diagnostic.error(
                "SE002",
                test.pagePosition(),
                "there is no page " + Shown.of(test.page(), LONGEST_SHOWN) + " that search can find",
                hint);
    }

    /** The same path otherwise spelt, the same name elsewhere, or the fewest edits. */
    private static Optional<String> near(String wanted, Collection<String> pages) {
        List<String> sorted = pages.stream().sorted().toList();
        String bare = wanted.replaceFirst("^\\.?/", "").replaceFirst("^content/", "");
        List<String> moved =
                sorted.stream().filter(page -> stem(page).equals(stem(bare))).toList();
        return Optional.of(bare)
                .filter(sorted::contains)
                .or(() -> Nearest.within(bare.length(), bare, moved))
                .or(() -> Nearest.of(bare, sorted));
    }

    private static String stem(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
    }
}
