package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Collects data and writes it to the data folder of the content, for a job that commits it: the only run that writes content. */
public final class Refresh {

    private static final String FOLDER = "_data";
    private static final Pattern PATH =
            Pattern.compile("([a-z0-9][a-z0-9._-]{0,99}/){0,6}[a-z0-9][a-z0-9._-]{0,99}\\.(csv|json|yaml|txt)");

    private final Request request;

    /** Prepares a run; nothing is read yet. */
    public Refresh(Request request) {
        this.request = request;
    }

    /**
     * What was done.
     *
     * @param written files whose content is another now, relative to the site's folder, sorted
     * @param unchanged how many files were as they should be
     * @param diagnostics in total order
     */
    public record Result(List<String> written, int unchanged, List<Diagnostic> diagnostics) {}

    /** Collects, and writes each file at once as a whole. */
    public Result run() throws IOException, SettingsException {
        Inputs inputs = Inputs.read(request);
        Plugins plugins = Plugins.of(inputs);
        Collection collection = Collection.of(plugins);
        List<Diagnostic> found = new ArrayList<>(plugins.extensions().diagnostics());
        found.addAll(collection.diagnostics());
        found.addAll(plugins.siteData().diagnostics());
        String content = inputs.settings().folders().content() + "/" + FOLDER + "/";
        List<String> written = new ArrayList<>();
        int unchanged = 0;
        for (Map.Entry<String, String> file : collection.files().entrySet()) {
            String name = content + file.getKey();
            if (!PATH.matcher(file.getKey()).matches()) {
                throw new IOException(name + ": no name for a file of data");
            }
            if (write(
                    request.site().resolve(inputs.settings().folders().content()),
                    request.site().resolve(name),
                    file.getValue())) {
                written.add(name);
            } else {
                unchanged++;
            }
        }
        return new Result(written, unchanged, found.stream().sorted().distinct().toList());
    }

    /** Puts the text in place; false when it is there already. */
    private static boolean write(Path content, Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (Files.isSymbolicLink(file)) {
            throw new IOException(file + ": is a symbolic link, and is not written through");
        }
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return false;
        }
        Path folder = file.resolveSibling(".").normalize();
        Files.createDirectories(folder);
        if (!folder.toRealPath().startsWith(content.toRealPath())) {
            throw new IOException(file + ": lies outside the content folder, through a symbolic link");
        }
        Path fresh = Files.createTempFile(folder, ".data", ".tmp");
        try {
            Files.write(fresh, bytes);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        return true;
    }
}
