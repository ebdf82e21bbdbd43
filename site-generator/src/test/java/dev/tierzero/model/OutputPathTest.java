package dev.tierzero.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

final class OutputPathTest {

    private static final Pattern SEGMENT = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]*");

    static final List<String> HOSTILE = List.of(
            "../a.md",
            "../../etc/passwd.md",
            "a/../../b.md",
            "./a.md",
            "a/./b.md",
            "..md",
            "...md",
            ".md",
            "....md",
            "a/..b.md",
            "-a.md",
            "--a--.md",
            "_a/_b.md",
            "~root/a.md",
            "$HOME/a.md",
            "${env:SECRET}.md",
            "`id`.md",
            "a;b.md",
            "a|b.md",
            "a&b.md",
            "a?b=c.md",
            "a#b.md",
            "a%2e%2e%2fb.md",
            "%2e%2e/a.md",
            "%00.md",
            "a:b.md",
            "C:\\a.md",
            "\\\\host\\a.md",
            "a\\..\\b.md",
            "\"a\".md",
            "'a'.md",
            "<script>.md",
            "a<b>.md",
            "a b.md",
            " a.md",
            "a .md",
            "a\tb.md",
            "a\nb.md",
            "a\rLocation: x.md",
            "a\u0000b.md",
            "a\u202Eb.md",
            "a\u200Bb.md",
            "\uFEFFa.md",
            "a\u2028b.md",
            "\u0130.md",
            "\u0131.md",
            "\uFF0E\uFF0E/a.md",
            "\uFF0Fetc.md",
            "a\u2215b.md",
            "\u65E5\u672C\u8A9E.md",
            "\uD83D\uDE00.md",
            "\uD83D.md",
            "CON.md",
            "nul.md",
            "aux/a.md",
            "com1.txt.md",
            "a".repeat(201) + ".md",
            "\u00FC".repeat(150) + ".md",
            "a/".repeat(40) + "b.md",
            "a..b...c.md",
            "a.b.c.md.md",
            "_headers.md",
            ".well-known/a.md",
            "*.md",
            "{{ 7*7 }}.md",
            "{% raw %}.md",
            "a\u00ADb.md",
            "\u212Aelvin.md");

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void aHostileNameBecomesAPlainPathOrNone(String path) {
        for (Optional<String> output : List.of(OutputPath.ofPage(path), OutputPath.ofAsset(path))) {
            output.ifPresent(out -> {
                assertFalse(out.startsWith("/") || out.contains("..") || out.contains("//"), out);
                for (String segment : out.split("/", -1)) {
                    assertTrue(SEGMENT.matcher(segment).matches() && segment.length() <= 205, out);
                }
            });
        }
    }

    @Test
    void thereAreMoreThanSixtyOfThem() {
        assertTrue(HOSTILE.size() >= 60, "only " + HOSTILE.size());
    }

    @ParameterizedTest
    @CsvSource({
        "runbooks/vault.adoc, runbooks/vault.html",
        "index.md, index.html",
        "Getting Started/README.md, getting-started/index.html",
        "a/_index.md, a/index.html",
        "E1001.md, e1001.html",
        "v1.2.md, v1.2.html",
        "\u00dcbung \u2013 Teil 2.md, ubung-teil-2.html",
        "my_page.md, my_page.html",
        "C++.md, c.html",
    })
    void aPageIsPublishedUnderItsName(String path, String output) {
        assertEquals(Optional.of(output), OutputPath.ofPage(path));
    }

    @ParameterizedTest
    @CsvSource({"Pics/Foo Bar.PNG, pics/Foo-Bar.PNG", "LICENSE, LICENSE", "a/Foo.java, a/Foo.java"})
    void anAssetKeepsTheCaseOfItsName(String path, String output) {
        assertEquals(Optional.of(output), OutputPath.ofAsset(path));
    }

    @ParameterizedTest
    @CsvSource({"con.md", "a/NUL.txt.md", "aux/a.md", "\u65E5\u672C.md", "---.md"})
    void aNameThatNoAddressCanKeepHasNone(String path) {
        assertEquals(Optional.empty(), OutputPath.ofPage(path));
    }
}
