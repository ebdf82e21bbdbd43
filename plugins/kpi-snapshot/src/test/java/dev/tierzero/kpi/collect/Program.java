package dev.tierzero.kpi.collect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A server of this machine's packages, running until it is stopped. */
final class Program {

    private static final int SECONDS = 60;

    private final Process process;
    private final List<String> said = new ArrayList<>();

    private Program(Process process) {
        this.process = process;
    }

    /** Starts a program and waits until it says this. */
    static Program start(List<String> command, String ready) throws IOException, InterruptedException {
        Program program = new Program(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        CompletableFuture<Void> isReady = new CompletableFuture<>();
        Thread reader = new Thread(() -> program.read(ready, isReady), "program-output");
        reader.setDaemon(true);
        reader.start();
        try {
            isReady.get(SECONDS, TimeUnit.SECONDS);
            return program;
        } catch (ExecutionException | TimeoutException e) {
            program.stop();
            throw new AssertionError(command + " did not start: " + program.output(), e);
        }
    }

    /** Runs a program to its end. */
    static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(command + ": " + output);
        }
    }

    /** A program in one of the folders of the path, or in one of the newest PostgreSQL. */
    static Optional<Path> find(String name) {
        Stream<Path> folders = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(Path::of);
        return Stream.concat(postgres(), folders)
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> postgres() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Stream.of();
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.sorted(Comparator.reverseOrder()).map(v -> v.resolve("bin")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has said so far. */
    String output() {
        synchronized (said) {
            return String.join("\n", said);
        }
    }

    private void read(String ready, CompletableFuture<Void> isReady) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (said) {
                    said.add(line);
                }
                if (line.contains(ready)) {
                    isReady.complete(null);
                }
            }
            isReady.completeExceptionally(new IOException("it ended"));
        } catch (IOException e) {
            isReady.completeExceptionally(e);
        }
    }

    /** Ends it. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
