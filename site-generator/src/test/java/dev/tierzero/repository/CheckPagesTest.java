package dev.tierzero.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.portal.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every finding has a page that explains it, and no page explains a finding that there is not. */
final class CheckPagesTest {

    /** A code alone between quotes; {@code SHA256} is none. */
    private static final Pattern LITERAL = Pattern.compile("\"((?!SHA)[A-Z]{2,5}\\d{3})\"");

    private static final Pattern COLUMN = Pattern.compile("(?m)^(?:error|warning|info)\t([A-Z]{2,5}\\d{3})\t");
    private static final Pattern PAGE = Pattern.compile("checks/([A-Z]{2,5}\\d{3})\\.(?:md|adoc)");

    @Test
    void everyCodeHasAPageAndEveryPageACode() {
        Set<String> codes = codes(List.of("site-generator", "plugins"));
        assertTrue(codes.size() > 50, codes::toString);
        Set<String> explained = new TreeSet<>();
        Pages.all().keySet().stream()
                .map(PAGE::matcher)
                .filter(Matcher::matches)
                .forEach(page -> explained.add(page.group(1)));
        Set<String> unexplained = new TreeSet<>(codes);
        unexplained.removeAll(explained);
        Set<String> unused = new TreeSet<>(explained);
        unused.removeAll(codes);
        assertEquals(Set.of(), unexplained, "codes in the source without a page below content/checks");
        assertEquals(Set.of(), unused, "pages below content/checks without a code in the source");
    }

    @Test
    void everyPageOfACheckIsCalledByItsCode() {
        List<String> wrong = Pages.all().entrySet().stream()
                .filter(page -> PAGE.matcher(page.getKey()).matches())
                .filter(page -> !page.getValue().get("title").contains(code(page.getKey()))
                        && !page.getValue().get("nav-title").contains(code(page.getKey())))
                .map(page -> page.getKey() + ": " + page.getValue().get("title"))
                .toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void suppressionsKnowEveryCodeOfTheGenerator() {
        Path list = Repository.root().resolve("site-generator/src/main/resources/dev/tierzero/findings/codes.txt");
        assertEquals(
                String.join("\n", codes(List.of("site-generator"))) + "\n",
                Pages.text(list),
                "write the codes of the source to " + list + ", one a line");
    }

    private static String code(String path) {
        return path.replaceFirst("^checks/", "").replaceFirst("\\..*$", "");
    }

    private static Set<String> codes(List<String> modules) {
        Set<String> codes = new TreeSet<>();
        for (String module : modules) {
            Path folder = Repository.root().resolve(module);
            for (String file : Pages.files(folder)) {
                if (file.contains("src/main/java/") && file.endsWith(".java")) {
                    codes.addAll(found(LITERAL, folder.resolve(file)));
                } else if (file.contains("src/main/resources/") && file.endsWith(".tsv")) {
                    codes.addAll(found(COLUMN, folder.resolve(file)));
                }
            }
        }
        return codes;
    }

    private static Set<String> found(Pattern pattern, Path file) {
        String code = Pages.text(file).replaceAll("(?m)^ *\\*.*$", ""); // Javadoc may show an example.
        return pattern.matcher(code).results().map(r -> r.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
