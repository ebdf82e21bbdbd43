import dev.tierzero.search.Message;
import dev.tierzero.search.Parallel;
import dev.tierzero.search.SearchIndex;
import dev.tierzero.search.SearchPage;
import dev.tierzero.search.SearchSection;
import dev.tierzero.search.SearchSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Makes the generator's search index of pages in a text file: {@code Export PAGES FOLDER} writes {@code FOLDER/_search}. A page is a
 * line {@code P href title description type}, then lines {@code F name value}, {@code K key}, {@code M anchor template} and
 * {@code S level anchor heading text}, fields divided by tabs.
 */
final class Export {

    private Export() {}

    public static void main(String[] arguments) throws IOException {
        List<SearchPage> pages = read(Path.of(arguments[0]));
        SearchSettings settings =
                new SearchSettings("en", List.of("owner", "service", "severity", "tags"), new TreeMap<>(), List.of());
        SearchIndex index = SearchIndex.of(pages, settings, new Threads(), Optional.empty());
        for (Map.Entry<String, byte[]> file : index.files().entrySet()) {
            Path path = Path.of(arguments[1]).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private static List<SearchPage> read(Path file) throws IOException {
        List<SearchPage> pages = new ArrayList<>();
        Draft draft = null;
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.split("\t", -1);
            if (fields[0].equals("P")) {
                if (draft != null) {
                    pages.add(draft.page());
                }
                draft = new Draft(fields);
            } else if (draft != null) {
                draft.add(fields);
            }
        }
        if (draft != null) {
            pages.add(draft.page());
        }
        return pages;
    }

    /** A page of which the lines are being read. */
    private record Draft(
            String[] head,
            SortedMap<String, List<String>> facets,
            List<String> keys,
            List<Message> messages,
            List<SearchSection> sections) {

        Draft(String[] head) {
            this(head, new TreeMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void add(String[] fields) {
            switch (fields[0]) {
                case "F" -> facets.computeIfAbsent(fields[1], name -> new ArrayList<>()).add(fields[2]);
                case "K" -> keys.add(fields[1]);
                case "M" -> messages.add(new Message(fields[1], fields[2]));
                case "S" ->
                    sections.add(new SearchSection(Integer.parseInt(fields[1]), fields[2], fields[3], fields[4]));
                default -> throw new IllegalArgumentException("line " + fields[0]);
            }
        }

        SearchPage page() {
            return new SearchPage(head[1], head[2], head[3], head[4], facets, keys, messages, sections);
        }
    }

    /** As many threads as the build uses: one a processor. */
    private record Threads() implements Parallel {
        @Override
        public <T, R> List<R> map(List<T> items, Function<T, R> work) {
            return items.parallelStream().map(work).toList();
        }
    }
}
