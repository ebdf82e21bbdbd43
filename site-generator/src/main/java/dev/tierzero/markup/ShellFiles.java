package dev.tierzero.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Files that commands of a text write, and those that others of it run: what goes into a file is read again with it. One text, one thread. */
final class ShellFiles {

    /** They take files and not what is in them. */
    private static final Set<String> COPIES = Set.of("scp", "rsync", "sftp");

    private static final Set<String> FILE = Set.of("-f", "--file");

    /** Places whose values go into files. */
    private record Written(List<String> names, int from, int to) {}

    private final List<Written> written = new ArrayList<>();
    private final List<String> shells = new ArrayList<>();
    private final List<String> programs = new ArrayList<>();

    /** The values of places go into files. */
    void write(List<String> names, int from, int to) {
        if (!names.isEmpty() && from < to) {
            written.add(new Written(List.copyOf(names), from, to));
        }
    }

    /** A command runs what it is called by, and a shell what it is given. */
    void run(ShellWords words, boolean shell) {
        List<String> read = words.read();
        boolean given = shell && read.stream().map(ShellReaders::name).noneMatch(COPIES::contains);
        boolean interpreter = read.stream().map(ShellReaders::name).anyMatch(ShellPrograms::isInterpreter);
        boolean input = interpreter && ShellPrograms.readsPrograms(read);
        for (int i = 0; i < read.size(); i++) {
            String word = read.get(i);
            String before = i == 0 ? "" : read.get(i - 1);
            boolean called = i == 0 || ShellReaders.isBeforeCommand(before) || ShellReaders.isAssignment(before);
            if ((called || given) && !words.isOutput(i)) {
                shells.add(word);
            }
            boolean file = FILE.contains(before) || ShellPrograms.isInterpreter(ShellReaders.name(before));
            boolean comes = input && words.isRedirected(i) && !words.isOutput(i);
            if (interpreter && (file || comes)) {
                programs.add(word);
            }
        }
    }

    /** Restricts the places whose values go into files that are run. */
    void check(List<Place> places, List<ShellSpot> spots) {
        for (Written file : written) {
            boolean shell = file.names().stream().anyMatch(name -> isNamed(shells, name));
            boolean program = file.names().stream().anyMatch(name -> isNamed(programs, name));
            for (int k = file.from(); k < file.to(); k++) {
                Place place = shell ? places.get(k).stricter(spots.get(k).inShell()) : places.get(k);
                places.set(k, program ? place.stricter(spots.get(k).inProgram(true, "")) : place);
            }
        }
    }

    private static boolean isNamed(List<String> words, String file) {
        String name = ShellReaders.name(file);
        return !name.isBlank()
                && words.stream()
                        .anyMatch(word -> ShellReaders.name(word).equals(name)
                                || (word.indexOf(' ') >= 0 && word.contains(name)));
    }
}
