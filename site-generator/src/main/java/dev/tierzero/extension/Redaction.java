package dev.tierzero.extension;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.JsonText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Replaces secret values by {@code •••}: as they are, URL-encoded, escaped for JSON and for HTML, and in Base64 wherever in the encoded
 * text they begin ({@code Authorization: Basic} encodes {@code user:secret}). A value of fewer than four characters is left: it would
 * take half the text with it.
 */
public final class Redaction {

    /** What stands for a secret. */
    public static final String MARK = "•••";

    /** Nothing is secret. */
    public static final Redaction NONE = new Redaction(Set.of());

    private static final int SHORTEST = 4;
    private static final int BYTES = 3;
    private static final int DIGITS = 4;

    private final List<String> forms;

    private Redaction(Set<String> forms) {
        this.forms = forms.stream()
                .filter(form -> form.length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Replaces these values. */
    public static Redaction of(Collection<String> secrets) {
        Set<String> forms = new TreeSet<>();
        for (String written : secrets) {
            // A plugin may send it without the blanks around it.
            for (String secret : new TreeSet<>(List.of(written, written.strip()))) {
                if (secret.length() >= SHORTEST) {
                    forms.add(secret);
                    addEscaped(forms, secret);
                    addEncoded(forms, secret.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return new Redaction(forms);
    }

    /** The text without them. */
    public String text(String text) {
        String clean = text;
        for (String form : forms) {
            clean = clean.replace(form, MARK);
        }
        return clean;
    }

    /** The finding without them. */
    public Diagnostic finding(Diagnostic finding) {
        if (forms.isEmpty()) {
            return finding;
        }
        return new Diagnostic(
                finding.severity(),
                finding.code(),
                position(finding.position()),
                finding.includedFrom().stream().map(this::position).toList(),
                text(finding.message()),
                text(finding.hint()));
    }

    private SourcePosition position(SourcePosition position) {
        return new SourcePosition(text(position.file()), position.line(), position.column());
    }

    private static void addEscaped(Set<String> forms, String secret) {
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        for (String encoded : List.of(url, url.replace("+", "%20"))) {
            forms.add(encoded);
            forms.add(lowerCaseDigits(encoded));
        }
        String json = JsonText.quoted(secret);
        String inner = json.substring(1, json.length() - 1);
        forms.add(inner);
        forms.add(inner.replace("/", "\\/"));
        String html = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        forms.add(html);
        forms.add(html.replace("\"", "&quot;").replace("'", "&#39;"));
    }

    /** {@code %2F} as {@code %2f}. */
    private static String lowerCaseDigits(String encoded) {
        StringBuilder text = new StringBuilder(encoded);
        for (int at = text.indexOf("%"); at >= 0; at = text.indexOf("%", at + 1)) {
            text.replace(at, at + BYTES, text.substring(at, at + BYTES).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    /** The digits that are the same whatever stands before and after the value (RFC 4648 §4: three bytes are four digits). */
    private static void addEncoded(Set<String> forms, byte[] secret) {
        for (int before = 0; before < BYTES; before++) {
            byte[] shifted = new byte[before + secret.length];
            System.arraycopy(secret, 0, shifted, before, secret.length);
            int from = (before * DIGITS + BYTES - 1) / BYTES;
            int to = shifted.length * DIGITS / BYTES;
            if (to - from > SHORTEST) {
                forms.add(Base64.getEncoder().encodeToString(shifted).substring(from, to));
                forms.add(Base64.getUrlEncoder().encodeToString(shifted).substring(from, to));
            }
        }
    }
}
