package dev.tierzero.findings;

import dev.tierzero.api.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The codes of findings: which there are, and which nobody can silence. */
final class Codes {

    /** Families that say that the page, the site or the build is broken, or that speak about silencing itself. */
    private static final Set<String> LOUD_FAMILIES = Set.of("EM", "EN", "PL", "SR", "VF", "TH", "IG", "BL");

    /** Findings after which a page has no text or no metadata, or a register no entries. */
    private static final Set<String> LOUD = Set.of(
            "FM001", "FM009", "FM010", "FM011", "FM012", "FM013", "FM014", "MD010", "MD013", "MD014", "AD096", "AD098",
            "AD099", "OW001", "RG001");

    private Codes() {}

    private static final class Known {
        static final Set<String> CODES = read();

        private static Set<String> read() {
            try (InputStream in = Codes.class.getResourceAsStream("codes.txt")) {
                if (in == null) {
                    throw new IllegalStateException("no resource codes.txt");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .collect(Collectors.toCollection(TreeSet::new));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether text has the form of a code: {@code RB012}. */
    static boolean isCode(String text) {
        return text.matches("[A-Z]{2,5}[0-9]{3}");
    }

    /** Whether no finding has the code; of a family that is not the generator's own, any number may exist. */
    static boolean isUnknown(String code) {
        return !Known.CODES.contains(code)
                && Known.CODES.stream().anyMatch(known -> family(known).equals(family(code)));
    }

    /** The code that was most likely meant. */
    static Optional<String> near(String code) {
        return Nearest.within(2, code, Known.CODES);
    }

    /** Whether findings with the code are always reported. */
    static boolean isLoud(String code) {
        return LOUD.contains(code) || LOUD_FAMILIES.contains(family(code));
    }

    /** The letters. */
    private static String family(String code) {
        return code.substring(0, code.length() - 3);
    }
}
