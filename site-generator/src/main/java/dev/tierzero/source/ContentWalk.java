package dev.tierzero.source;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.FileClass;
import dev.tierzero.model.Invisible;
import dev.tierzero.model.OutputPath;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Goes through a folder without following a link or opening a file, and puts every file into its class. */
final class ContentWalk {

    private static final int DEEPEST = 64;

    private final String folder;
    private final FileClasses classes;
    private final boolean reviewed;
    private final boolean unix;
    private final List<FoundFile> files = new ArrayList<>();
    private final List<Diagnostic> findings;

    /**
     * @param folder as findings name it
     * @param reviewed whether the folder belongs to the site's code, so that its files may be active
     */
    ContentWalk(String folder, FileClasses classes, boolean reviewed, boolean unix, List<Diagnostic> findings) {
        this.folder = folder;
        this.classes = classes;
        this.reviewed = reviewed;
        this.unix = unix;
        this.findings = findings;
    }

    /** The files in the order of their paths, which is the same on every machine. */
    List<FoundFile> of(Path root) throws IOException {
        walk(root, "", 0);
        files.sort(Comparator.comparing(FoundFile::path)
                .thenComparing(f -> f.onDisk().toString()));
        return files;
    }

    private void walk(Path directory, String prefix, int depth) throws IOException {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            for (Path found : stream) {
                visit(found, prefix + nfc(String.valueOf(found.getFileName())), depth);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private void visit(Path found, String path, int depth) {
        try {
            visit(found, path, Stat.of(found, unix), depth);
        } catch (NoSuchFileException e) {
            // Gone since the folder was listed: an editor's temporary file.
        } catch (IOException e) {
            findings.add(Unreadable.finding(file(path), e));
            files.add(new FoundFile(found, path, file(path), Stat.NOTHING, FileClass.ERROR, ""));
        }
    }

    private void visit(Path found, String path, Stat stat, int depth) throws IOException {
        if (stat.kind() == Stat.Kind.FOLDER && classes.isIgnored(path)) {
            files.add(new FoundFile(found, path + "/", file(path) + "/", stat, FileClass.IGNORED, ""));
        } else if (stat.kind() == Stat.Kind.FOLDER && depth < DEEPEST) {
            walk(found, path + "/", depth + 1);
        } else {
            files.add(classified(new FoundFile(found, path, file(path), stat, FileClass.ERROR, "")));
        }
    }

    private FoundFile classified(FoundFile found) {
        FileClass fileClass = classes.of(found.path());
        if (fileClass == FileClass.IGNORED) {
            return found.as(FileClass.IGNORED);
        }
        return switch (found.stat().kind()) {
            case FILE -> named(found, reviewed ? FileClass.ASSET : fileClass);
            case LINK -> refused(found, "SR001", "a symbolic link", "put the file itself here; links are not followed");
            case FOLDER -> refused(found, "SR002", "a folder deeper than " + DEEPEST + " levels", "move it further up");
            case OTHER ->
                refused(
                        found,
                        "SR002",
                        "not a regular file (a pipe, socket or device)",
                        "remove it from the content folder");
        };
    }

    private FoundFile named(FoundFile found, FileClass fileClass) {
        if (isUnreadable(found.path())) {
            return refused(
                    found,
                    "SR003",
                    "the name holds characters that are not UTF-8 or cannot be seen",
                    "rename it with letters, digits and hyphens");
        }
        if (fileClass == FileClass.ASSET && !reviewed && FileClasses.isActive(found.path())) {
            return refused(
                    found,
                    "SR004",
                    "a browser would run scripts from this file",
                    "write it as .md or .adoc, or move it to templates/assets, which is reviewed as code");
        }
        String output =
                switch (fileClass) {
                    case PAGE -> OutputPath.ofPage(found.path()).orElse("?");
                    case ASSET -> OutputPath.ofAsset(found.path()).orElse("?");
                    default -> "";
                };
        if (output.equals("?")) {
            return refused(
                    found,
                    "SR005",
                    "a name on the way cannot stand in an address",
                    "rename it: it needs an ASCII letter or digit, at most " + OutputPath.LONGEST_SEGMENT
                            + " characters, and must not be a device of Windows such as aux or con");
        }
        return new FoundFile(found.onDisk(), found.path(), found.file(), found.stat(), fileClass, output);
    }

    private FoundFile refused(FoundFile found, String code, String what, String hint) {
        findings.add(Diagnostic.error(code, SourcePosition.ofFile(Shown.whole(found.file())), what, hint));
        return found.as(FileClass.ERROR);
    }

    private String file(String path) {
        return folder + "/" + path;
    }

    private static boolean isUnreadable(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c < 0x20 || c == '\\' || c == 0x7F) {
                return true;
            }
            if (c > 0x7F) {
                return path.indexOf('\uFFFD') >= 0 || path.codePoints().anyMatch(Invisible::is);
            }
        }
        return false;
    }

    private static String nfc(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return Normalizer.normalize(name, Normalizer.Form.NFC);
            }
        }
        return name;
    }
}
