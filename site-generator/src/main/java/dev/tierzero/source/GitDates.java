package dev.tierzero.source;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What git said about a commit, and about the files as they were when it was asked.
 *
 * @param head id of the commit
 * @param shallow whether the history was cut off; no time is known then
 * @param committedAt seconds since the epoch
 * @param times of the last change of every file in the commit, seconds since the epoch
 * @param hashes SHA-256 of every file asked about
 * @param changed files that are not as they are in the commit
 */
record GitDates(
        String head,
        boolean shallow,
        long committedAt,
        SortedMap<String, Long> times,
        SortedMap<String, String> hashes,
        SortedSet<String> changed) {

    private static final int FORMAT = 0x54304702;
    private static final char COMMIT = '\u0001';
    private static final GitDates NONE = new GitDates(
            "", false, 0, Collections.emptySortedMap(), Collections.emptySortedMap(), Collections.emptySortedSet());

    GitDates {
        times = Collections.unmodifiableSortedMap(new TreeMap<>(times));
        hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
        changed = Collections.unmodifiableSortedSet(new TreeSet<>(changed));
    }

    /** The same for a commit and files as they are now; git is only asked for what may have become different. */
    GitDates updated(Git git, String newHead, String content, boolean nowShallow, SortedMap<String, String> files)
            throws IOException {
        boolean sameCommit = head.equals(newHead) && shallow == nowShallow;
        if (sameCommit && hashes.equals(files)) {
            return this;
        }
        String committed = git.output("show", "-s", "--format=%ct", newHead).strip();
        SortedMap<String, Long> newTimes = Collections.emptySortedMap();
        SortedSet<String> newChanged = Collections.emptySortedSet();
        if (!nowShallow) {
            newTimes = sameCommit ? times : times(git, newHead, content);
            newChanged = names(git.output(
                    "diff",
                    "--name-only",
                    "-z",
                    "--no-renames",
                    "--no-ext-diff",
                    "--relative",
                    newHead,
                    "--",
                    content));
        }
        return new GitDates(newHead, nowShallow, number(committed), newTimes, files, newChanged);
    }

    /** When the files last changed that are as they are in the commit; seconds since the epoch. */
    SortedMap<String, Long> settled() {
        SortedMap<String, Long> settled = new TreeMap<>();
        for (String file : hashes.keySet()) {
            Long time = times.get(file);
            if (time != null && !changed.contains(file)) {
                settled.put(file, time);
            }
        }
        return settled;
    }

    private static SortedMap<String, Long> times(Git git, String head, String content) throws IOException {
        Set<String> present = names(git.output("ls-tree", "-r", "--name-only", "-z", head, "--", content + "/"));
        SortedMap<String, Long> times = log(git.output(
                "log",
                "-c",
                "--no-renames",
                "--name-only",
                "-z",
                "--relative",
                "--format=%x01%at",
                head,
                "--",
                content));
        times.keySet().retainAll(present);
        return times;
    }

    /** The first, that is newest, time that each name comes with in {@code \1time\0\nname\0name\0…}. */
    private static SortedMap<String, Long> log(String output) {
        SortedMap<String, Long> times = new TreeMap<>();
        long time = 0;
        int start = 0;
        for (int end = output.indexOf('\0'); end >= 0; end = output.indexOf('\0', start)) {
            if (output.charAt(start) == COMMIT) {
                time = number(output.substring(start + 1, end));
            } else if (end > start) {
                int name = output.charAt(start) == '\n' ? start + 1 : start;
                times.putIfAbsent(nfc(output.substring(name, end)), time);
            }
            start = end + 1;
        }
        return times;
    }

    private static SortedSet<String> names(String output) {
        SortedSet<String> names = new TreeSet<>();
        for (String name : output.split("\0", -1)) {
            if (!name.isEmpty()) {
                names.add(nfc(name));
            }
        }
        return names;
    }

    private static long number(String text) throws NumberFormatException {
        return text.matches("-?\\d{1,12}") ? Long.parseLong(text) : 0;
    }

    private static String nfc(String name) {
        return Normalizer.isNormalized(name, Normalizer.Form.NFC)
                ? name
                : Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** What a file of the cache holds; nothing when it is absent, damaged or of another version. */
    static GitDates read(Optional<Path> file) {
        if (file.isEmpty()) {
            return NONE;
        }
        try (DataInputStream in = CheckedFile.read(file.get(), FORMAT)) {
            return read(in);
        } catch (IOException e) {
            return NONE;
        }
    }

    void write(Path file) throws IOException {
        CheckedFile.write(file, FORMAT, this::write);
    }

    private static GitDates read(DataInputStream in) throws IOException {
        String head = in.readUTF();
        boolean shallow = in.readBoolean();
        long committedAt = in.readLong();
        SortedMap<String, Long> times = new TreeMap<>();
        for (int count = in.readInt(); count > 0; count--) {
            times.put(in.readUTF(), in.readLong());
        }
        SortedMap<String, String> hashes = new TreeMap<>();
        for (int count = in.readInt(); count > 0; count--) {
            hashes.put(in.readUTF(), in.readUTF());
        }
        SortedSet<String> changed = new TreeSet<>();
        for (int count = in.readInt(); count > 0; count--) {
            changed.add(in.readUTF());
        }
        return new GitDates(head, shallow, committedAt, times, hashes, changed);
    }

    private void write(DataOutputStream out) throws IOException {
        out.writeUTF(head);
        out.writeBoolean(shallow);
        out.writeLong(committedAt);
        out.writeInt(times.size());
        for (var entry : times.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue());
        }
        out.writeInt(hashes.size());
        for (var entry : hashes.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue());
        }
        out.writeInt(changed.size());
        for (String name : changed) {
            out.writeUTF(name);
        }
    }
}
