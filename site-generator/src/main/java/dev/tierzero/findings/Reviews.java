package dev.tierzero.findings;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Document;
import dev.tierzero.api.Metadata;
import dev.tierzero.api.SourcePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which pages are due for review on a day, by their {@code reviewed} and {@code review-every}. */
public final class Reviews {

    /** Codes of its findings: only an audit has them. */
    public static final Set<String> CODES = Set.of("AU001", "AU002");

    private Reviews() {}

    /** What is wrong with the reviews of pages on a day. */
    public static List<Diagnostic> findings(Collection<? extends Document> documents, LocalDate day) {
        List<Diagnostic> found = new ArrayList<>();
        for (Document document : documents) {
            Metadata metadata = document.metadata();
            Optional<LocalDate> reviewed = metadata.text("reviewed").flatMap(Reviews::date);
            Optional<Period> period = metadata.text("review-every").flatMap(Reviews::period);
            SourcePosition at = metadata.position("reviewed").orElse(SourcePosition.ofFile(document.file()));
            if (reviewed.filter(day::isBefore).isPresent()) {
                found.add(Diagnostic.warning(
                        "AU002",
                        at,
                        "the page was reviewed on " + reviewed.get() + ", a day that is still to come",
                        "write the day on which its owner last confirmed it"));
            } else if (reviewed.isPresent() && period.isPresent()) {
                LocalDate due = reviewed.get().plus(period.get());
                if (due.isBefore(day)) {
                    found.add(overdue(document, at, due));
                }
            }
        }
        return found;
    }

    private static Diagnostic overdue(Document document, SourcePosition at, LocalDate due) {
        String owner = document.metadata().text("owner").orElse("its owner");
        return Diagnostic.warning(
                "AU001",
                at,
                "the review of this page was due on " + due,
                "let " + owner + " read it, mend it, and write the day after reviewed:");
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty(); // The schema's check has said so.
        }
    }

    /** {@code 90 days}. */
    private static Optional<Period> period(String text) {
        String[] parts = text.strip().split(" ", -1);
        if (parts.length != 2 || !parts[0].matches("[1-9][0-9]{0,3}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(parts[0]);
        return switch (parts[1].replaceFirst("s$", "")) {
            case "day" -> Optional.of(Period.ofDays(number));
            case "week" -> Optional.of(Period.ofWeeks(number));
            case "month" -> Optional.of(Period.ofMonths(number));
            case "year" -> Optional.of(Period.ofYears(number));
            default -> Optional.empty();
        };
    }
}
