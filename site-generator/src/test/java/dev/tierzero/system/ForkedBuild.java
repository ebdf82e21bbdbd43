package dev.tierzero.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code tier0} in a process of its own, with the classes under test. */
record ForkedBuild(Process process, Path said) {

    /** What a process said and its exit code. */
    record Result(int code, String text) {}

    static ForkedBuild start(Path java, List<String> options, String... arguments) {
        return start(java, options, System.getProperty("java.class.path"), arguments);
    }

    /** A damaged installation: libraries whose file names begin so are missing. */
    static ForkedBuild startWithout(String library, String... arguments) {
        String whole = System.getProperty("java.class.path");
        String damaged = Arrays.stream(whole.split(File.pathSeparator))
                .filter(entry -> !String.valueOf(Path.of(entry).getFileName()).startsWith(library))
                .collect(Collectors.joining(File.pathSeparator));
        return start(java(), List.of(), damaged, arguments);
    }

    private static ForkedBuild start(Path java, List<String> options, String classPath, String... arguments) {
        try {
            List<String> command = new ArrayList<>(List.of(
                    java.toString(), "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xmx512m"));
            command.addAll(options);
            command.addAll(List.of("-cp", classPath, "dev.tierzero.cli.Main"));
            command.addAll(Arrays.asList(arguments));
            Path said = Files.createTempFile("tier0-said", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            return new ForkedBuild(process, said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ForkedBuild start(String... arguments) {
        return start(java(), List.of(), arguments);
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    Result result() {
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("still running after 3 minutes");
            }
            String text = Files.readString(said, StandardCharsets.UTF_8);
            Files.delete(said);
            return new Result(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The JDKs of this machine, 17 and later, one of each version. */
    static List<Path> javas() {
        TreeMap<String, Path> byVersion = new TreeMap<>();
        byVersion.put(
                String.valueOf(Runtime.version().feature()), Path.of(System.getProperty("java.home"), "bin", "java"));
        Path folder = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> homes = Files.list(folder)) {
                for (Path home : (Iterable<Path>) homes.sorted()::iterator) {
                    Path release = home.resolve("release");
                    if (Files.isExecutable(home.resolve("bin/java")) && Files.isRegularFile(release)) {
                        version(Files.readString(release))
                                .ifPresent(v -> byVersion.putIfAbsent(v, home.resolve("bin/java")));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(byVersion.values());
    }

    private static java.util.Optional<String> version(String release) {
        return release.lines()
                .filter(l -> l.startsWith("JAVA_VERSION=\""))
                .map(l -> l.substring(14).replaceFirst("[.\"].*", ""))
                .filter(v -> v.matches("\\d+") && Integer.parseInt(v) >= 17)
                .findFirst();
    }
}
