package dev.tierzero.kpi.criteria;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a verdict rests on.
 *
 * @param words the finding, without a full stop
 * @param date that it is of
 * @param target page to read more on, as links name it; may be empty
 * @param label of the link; may be empty
 * @param remark what it must be taken with, such as {@code demo}; may be empty
 */
record Evidence(String words, Optional<LocalDate> date, String target, String label, String remark) {

    /** Evidence that stands for itself. */
    static Evidence of(String words) {
        return new Evidence(words, Optional.empty(), "", "", "");
    }
}
