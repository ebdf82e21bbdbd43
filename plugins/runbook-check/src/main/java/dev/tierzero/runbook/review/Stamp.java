package dev.tierzero.runbook.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a review leaves on its page: a seal, then a fingerprint for each section, joined by hyphens. The seal is made of the date and the
 * fingerprints: with another date it does not fit.
 *
 * @param seal eight hexadecimal digits
 * @param sections eight hexadecimal digits each, in the order of the page
 */
record Stamp(String seal, List<String> sections) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{8})*");

    /** The stamp of a text that was reviewed on a day. */
    static Stamp of(String date, List<ReviewedText> texts) {
        List<String> sections =
                texts.stream().map(text -> Fingerprint.text(text.fingerprint())).toList();
        return new Stamp(seal(date, sections), sections);
    }

    /** Reads a stamp; empty when the text is none. */
    static Optional<Stamp> read(String text) {
        String plain = text.strip();
        if (!SHAPE.matcher(plain).matches()) {
            return Optional.empty();
        }
        List<String> parts = List.of(plain.split("-", -1));
        return Optional.of(new Stamp(parts.get(0), parts.subList(1, parts.size())));
    }

    private static String seal(String date, List<String> sections) {
        return Fingerprint.text(Fingerprint.of(
                Stream.concat(Stream.of(date.strip()), sections.stream()).toList()));
    }

    /** Whether it was made on a day. */
    boolean isOf(String date) {
        return seal.equals(seal(date, sections));
    }

    /** The sections that it does not vouch for. A corrected letter does not count. */
    List<ReviewedText> changed(List<ReviewedText> texts) {
        List<String> left = new ArrayList<>(sections);
        List<ReviewedText> other = texts.stream()
                .filter(text -> !left.remove(Fingerprint.text(text.fingerprint())))
                .toList();
        return other.stream()
                .filter(text -> left.stream()
                        .noneMatch(before ->
                                Fingerprint.differsByLetter(text.words(), Integer.parseUnsignedInt(before, 16))))
                .toList();
    }

    /** Whether it has more sections than the page. */
    boolean isLongerThan(List<ReviewedText> texts) {
        return sections.size() > texts.size();
    }

    @Override
    public String toString() {
        return Stream.concat(Stream.of(seal), sections.stream()).collect(Collectors.joining("-"));
    }
}
