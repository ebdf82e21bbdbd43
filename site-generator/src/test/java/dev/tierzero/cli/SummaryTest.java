package dev.tierzero.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.engine.Outcome;
import dev.tierzero.model.FileClass;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void everyClassOfFilesIsNamedAndTheyAddUp() {
        assertEquals(
                "2 pages + 1 partial + 3 data + 1,200 assets + 1 draft + 4 ignored + 1 in error = 1,212 files of content",
                Summary.files(Map.of(
                        FileClass.PAGE,
                        2,
                        FileClass.PARTIAL,
                        1,
                        FileClass.DATA,
                        3,
                        FileClass.ASSET,
                        1200,
                        FileClass.DRAFT,
                        1,
                        FileClass.IGNORED,
                        4,
                        FileClass.ERROR,
                        1)));
    }

    @Test
    void oneClassNeedsNoSum() {
        assertEquals("1 file of content", Summary.files(Map.of(FileClass.PAGE, 1)));
        assertEquals("3 files of content", Summary.files(Map.of(FileClass.PAGE, 3)));
        assertEquals("0 files of content", Summary.files(Map.of()));
    }

    @Test
    void findingsAreCountedByWhatTheyAre() {
        assertEquals("no errors, no warnings", Summary.findings(outcome(0, 0, 0)));
        assertEquals("1 error, 2 warnings, 1 remark", Summary.findings(outcome(1, 2, 1)));
        assertEquals("1,000 errors, no warnings, 2 remarks", Summary.findings(outcome(1000, 0, 2)));
    }

    @Test
    void secondsAreWrittenAlikeInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("0 files of content\nno errors, no warnings in 1.3 s", Summary.of(outcome(0, 0, 0), 1.26));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Outcome outcome(int errors, int warnings, int remarks) {
        SourcePosition at = SourcePosition.ofFile("content/a.md");
        List<Diagnostic> found = Stream.of(
                        Collections.nCopies(errors, Diagnostic.error("XX001", at, "m", "h")),
                        Collections.nCopies(warnings, Diagnostic.warning("XX002", at, "m", "h")),
                        Collections.nCopies(remarks, Diagnostic.info("XX003", at, "m", "h")))
                .flatMap(List::stream)
                .toList();
        return new Outcome(
                Outcome.State.CHECKED, Optional.of(Path.of("")), Map.of(), new Outcome.Published(0, 0, 0), found);
    }
}
