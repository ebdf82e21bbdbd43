package dev.tierzero.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs {@code git} in a folder: no prompt, no lock, no pager, no network, and not for ever. */
final class Git {

    private final Path folder;
    private final String command;
    private final Duration deadline;

    Git(Path folder, String command, Duration deadline) {
        this.folder = folder;
        this.command = command;
        this.deadline = deadline;
    }

    /**
     * What git writes.
     *
     * @throws IOException when git is missing, fails or does not end in time
     */
    String output(String... arguments) throws IOException {
        Process process = start(arguments);
        CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
        try {
            String text = output.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                throw new IOException("git " + arguments[0] + " failed");
            }
            return text;
        } catch (TimeoutException e) {
            throw new IOException("git " + arguments[0] + " took longer than " + deadline.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException("git " + arguments[0] + " was cut off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                command,
                "--no-pager",
                "--no-optional-locks",
                "-c",
                "core.quotepath=off",
                "-c",
                "core.fsmonitor=false",
                "-c",
                "log.showSignature=false"));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("GIT_NO_LAZY_FETCH", "1");
        builder.environment().put("LC_ALL", "C");
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .start();
    }

    private static java.io.File nothing() {
        return new java.io.File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private static String text(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
