package dev.tierzero.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the shards of a dictionary as the contract of the format has them. */
final class ReadDictionary {

    private final IndexFiles files;
    private final String kind;
    private byte[] bytes = {};
    private int at;
    private int shard;

    ReadDictionary(IndexFiles files, String kind) {
        this.files = files;
        this.kind = kind;
    }

    /** By term and document: the frequency, and what is marked. */
    SortedMap<String, SortedMap<Integer, String>> read() throws IOException {
        SortedMap<String, SortedMap<Integer, String>> postings = new TreeMap<>();
        for (List<String> terms = open(0); !terms.isEmpty(); terms = next()) {
            List<Integer> counts = varints(terms.size());
            List<List<Integer>> documents = new ArrayList<>();
            for (int count : counts) {
                documents.add(numbers(count));
            }
            List<List<Integer>> values = new ArrayList<>();
            for (int count : counts) {
                values.add(varints(count));
            }
            for (int i = 0; i < terms.size(); i++) {
                SortedMap<Integer, String> list = new TreeMap<>();
                for (int j = 0; j < counts.get(i); j++) {
                    list.put(documents.get(i).get(j), posting(values.get(i).get(j)));
                }
                postings.put(terms.get(i), list);
            }
            assertEquals(bytes.length, at, "all of the shard");
        }
        return postings;
    }

    private String posting(int value) {
        int frequency = value / 2 + 1;
        if (value % 2 == 0) {
            return String.valueOf(frequency);
        }
        return kind.equals("w") ? frequency + " " + (varint() + 1) + " " + varint() : frequency + " key";
    }

    /** By term: on how many pages. */
    SortedMap<String, Integer> counts() throws IOException {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (List<String> terms = open(0); !terms.isEmpty(); terms = next()) {
            for (String term : terms) {
                counts.put(term, varint());
            }
            assertEquals(bytes.length, at, "all of the shard");
        }
        return counts;
    }

    private List<String> next() throws IOException {
        return open(shard + 1);
    }

    /** The terms of a shard; none when there is no such shard. */
    private List<String> open(int number) throws IOException {
        shard = number;
        List<String> separators = new ArrayList<>(List.of(""));
        files.rootJson().get(kind).forEach(separator -> separators.add(separator.asText()));
        if (number == separators.size()) {
            return List.of();
        }
        bytes = files.shard(kind + number);
        at = 0;
        List<Integer> prefixes = varints(varint());
        int length = varint();
        String[] suffixes = new String(bytes, at, length, StandardCharsets.UTF_8).split("\n", -1);
        at += length;
        List<String> terms = new ArrayList<>();
        String term = "";
        for (int i = 0; i < prefixes.size(); i++) {
            String following = term.substring(0, prefixes.get(i)) + suffixes[i];
            assertTrue(term.compareTo(following) < 0, () -> "ascending: " + following);
            term = following;
            terms.add(term);
        }
        assertTrue(separators.get(number).compareTo(terms.get(0)) <= 0);
        if (number + 1 < separators.size()) {
            assertTrue(term.compareTo(separators.get(number + 1)) < 0);
            assertTrue(bytes.length >= 700, "a full shard");
        }
        return terms;
    }

    private List<Integer> numbers(int count) {
        List<Integer> numbers = new ArrayList<>();
        int before = -1;
        for (int gap : varints(count)) {
            before += gap + 1;
            numbers.add(before);
        }
        return numbers;
    }

    private List<Integer> varints(int count) {
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(varint());
        }
        return values;
    }

    private int varint() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
