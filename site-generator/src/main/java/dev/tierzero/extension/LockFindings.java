package dev.tierzero.extension;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;

/** What can be wrong with the lock and the files of {@code plugins/ext}. */
final class LockFindings {

    private static final int SHORT = 12;

    private LockFindings() {}

    static Diagnostic unlocked(String name) {
        String hint = PluginLock.isName(name)
                ? "when you trust it, ./tier0 plugin add " + PluginLock.FOLDER + "/" + name + "; else delete it"
                : "give it a name of ASCII letters, digits and . _ + - that ends in .jar, then ./tier0 plugin add it";
        return Diagnostic.error(
                "PL001",
                SourcePosition.ofFile(PluginLock.FOLDER + "/" + name),
                "jar is not in plugins.lock, so it was not opened",
                hint);
    }

    static Diagnostic missing(PluginLock.Entry entry) {
        return Diagnostic.error(
                "PL002",
                entry.position(),
                "there is no jar " + entry.name() + " beside the lock",
                "put the jar there, or ./tier0 plugin remove " + entry.name());
    }

    static Diagnostic changed(PluginLock.Entry entry, String found) {
        return Diagnostic.error(
                "PL003",
                entry.position(),
                entry.name() + " is not the jar that was locked, so it was not opened: its sha256 begins with "
                        + found.substring(0, SHORT) + ", not " + entry.sha256().substring(0, SHORT),
                "find out who changed it; when you trust the new one, ./tier0 plugin add " + PluginLock.FOLDER + "/"
                        + entry.name());
    }

    static Diagnostic malformed(int line, String text) {
        return Diagnostic.error(
                "PL004",
                SourcePosition.ofLine(PluginLock.FILE, line),
                "not a line of sha256sum: \"" + Shown.of(text) + "\"",
                "write 64 hex digits, two blanks and the jar's file name, or let ./tier0 plugin add write it");
    }

    static Diagnostic twice(PluginLock.Entry first, PluginLock.Entry second) {
        boolean same = first.sha256().equals(second.sha256());
        return Diagnostic.error(
                "PL005",
                second.position(),
                first.name() + " stands in line " + first.line() + " already"
                        + (same ? "" : ", with another sha256, so it was not opened"),
                same ? "delete this line" : "delete the wrong one of the two lines");
    }

    static Diagnostic unreadable(String name, String why) {
        return Diagnostic.error(
                "PL006",
                SourcePosition.ofFile(PluginLock.FOLDER + "/" + name),
                "jar cannot be read: " + Shown.of(why),
                "build or download it again, then ./tier0 plugin add it");
    }
}
