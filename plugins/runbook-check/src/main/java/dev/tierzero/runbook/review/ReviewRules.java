package dev.tierzero.runbook.review;

import dev.tierzero.api.Metadata;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import dev.tierzero.runbook.model.Rule;
import java.util.List;
import java.util.Optional;

/** A review is of a text and of a day: another text is not reviewed, and another day is no review. */
public final class ReviewRules implements PageRule {

    private static final String KEY = "review-digest";

    @Override
    public void check(Page page, Findings findings) {
        Metadata metadata = page.document().metadata();
        Optional<String> date = metadata.text("reviewed");
        Optional<String> written = metadata.text(KEY);
        boolean required =
                page.preferences().stampTypes().contains(page.document().type());
        if (written.isEmpty() && !required) {
            return;
        }
        if (date.isEmpty()) {
            missingDate(page, written.isPresent(), findings);
            return;
        }
        List<ReviewedText> texts = ReviewedText.of(page.document());
        Stamp now = Stamp.of(date.get(), texts);
        if (written.isEmpty()) {
            findings.add(
                    Rule.RB051,
                    page.position("reviewed"),
                    "the review of " + date.get() + " is not bound to a text",
                    "when the text as it stands was read through on that day, add below it: " + line(page, now));
            return;
        }
        Stamp.read(written.get())
                .ifPresentOrElse(
                        stamp -> compare(page, stamp, date.get(), texts, now, findings),
                        () -> findings.add(
                                Rule.RB053,
                                page.position(KEY),
                                "\"" + written.get() + "\" is no review stamp",
                                "take it over from the hint of a finding; of the text as it stands it is "
                                        + line(page, now)));
    }

    private static void missingDate(Page page, boolean stamped, Findings findings) {
        findings.add(
                stamped ? Rule.RB053 : Rule.RB051,
                stamped ? page.position(KEY) : page.top(),
                stamped ? "a review stamp without the day of the review" : "this page was never reviewed",
                "read it through, then write reviewed: with the day; the next check tells the stamp");
    }

    private static void compare(
            Page page, Stamp stamp, String date, List<ReviewedText> texts, Stamp now, Findings findings) {
        List<ReviewedText> changed = stamp.changed(texts);
        String renew =
                "read it again and write the day of that under reviewed; the next check then tells the stamp (for "
                        + date + " itself: " + line(page, now) + ")";
        if (!stamp.isOf(date)) {
            findings.add(
                    Rule.RB052,
                    page.position("reviewed"),
                    "the review stamp is not of " + date
                            + (changed.isEmpty()
                                    ? ""
                                    : ", and the text has changed since: " + ReviewedText.titles(changed)),
                    "a new date alone is no review: when the whole page was read through on that day, write "
                            + line(page, now));
        } else if (!changed.isEmpty()) {
            findings.add(
                    Rule.RB050,
                    changed.get(0).position(),
                    "text changed since the review of " + date + ": " + ReviewedText.titles(changed),
                    renew);
        } else if (stamp.isLongerThan(texts)) {
            findings.add(
                    Rule.RB050,
                    page.position(KEY),
                    "text changed since the review of " + date + ": a section was taken out",
                    renew);
        }
    }

    /** The line to write: an attribute where the page's keys are attributes, which begin with a colon. */
    private static String line(Page page, Stamp stamp) {
        boolean attribute = page.document().path().endsWith(".adoc")
                && page.position("reviewed").column() == 2;
        return (attribute ? ":" : "") + KEY + ": " + stamp;
    }
}
