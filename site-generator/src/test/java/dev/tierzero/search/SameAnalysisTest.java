package dev.tierzero.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Java, which makes the index, and the engine, which asks it, take a text for the same words and identifiers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SameAnalysisTest {

    private static final long SEED = 20261120;

    /** Characters at the edges of classes, and those that fold to others, to more, or to none. */
    private static final String EDGES = "aZz09'’-_.:/\\@#=+$%~?!*()[]{}<>\"`&,;|…«»“”‘"
            + "ªµº×÷ßẞæœøıłđþİŉſﬁﬀΣςσΆǅŐÅé½①Ａｂ５\u0301\u0300\u20D0\uFE20\u1AB0\u0483\u0345"
            + "\u00A0\u00AD\u1680\u2009\u200B\u200D\u2028\u202F\u2060\u3000\uFEFF\u0085\u0000\u001F\u007F"
            + "日本語カｶﾞ゛ー々〇豈한글ㄱᄒ가힣\uD7B0ไทยภาษาहिन्दी\u05D0\u05B0\u0627\u064BﷺﻻЖжёЁ\u2DE0\uA640"
            + "\uD800\uDBFF\uDC00\uDFFF\uE000\uFFFD\uFFFF";

    private static final List<String> ASTRAL =
            List.of("😀", "👩‍💻", "𝐀", "𐐀", "𐐨", "𠀀", "𪜀", "🇬🇧", "\uDB7F\uDFFF", "\uDBFF\uDFFF", "𞀀");

    private final BrowserEngine engine;

    SameAnalysisTest() throws IOException {
        this.engine = new BrowserEngine();
    }

    @BeforeAll
    void theEngineAnswers() {
        assertEquals(List.of("hello"), engine.analyse("Hello").words());
    }

    @AfterAll
    void close() {
        engine.close();
    }

    @Test
    void everyVectorIsMetByBoth() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : vectors()) {
            List<String> columns = List.of(line.split("\t", -1));
            String text = unescaped(columns.get(0));
            if (!line.equals(vector(columns.get(0), Analysed.of(text)))) {
                wrong.add("Java:   " + vector(columns.get(0), Analysed.of(text)));
            }
            if (!line.equals(vector(columns.get(0), engine.analyse(text)))) {
                wrong.add("engine: " + vector(columns.get(0), engine.analyse(text)));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyChunkOfTheContentIsTheSameToBoth() throws IOException {
        Set<String> chunks = new LinkedHashSet<>();
        SamplePages.texts().forEach(text -> chunks.addAll(Analysed.chunks(text)));
        assertSame(List.copyOf(chunks), 400, " ");
    }

    @Test
    void everyCharacterAtAnEdgeIsTheSameToBothAloneAndAmongOthers() {
        List<String> texts = new ArrayList<>();
        List<String> characters = new ArrayList<>(ASTRAL);
        EDGES.chars().forEach(c -> characters.add(String.valueOf((char) c)));
        for (String character : characters) {
            texts.add(character);
            for (String form :
                    List.of("a%sb", "A%sB", "9%s9", "a%s", "%sa", "日%s本", "x-%s.y", "%1$s%1$s", "don%st's", "-%s_")) {
                texts.add(String.format(Locale.ROOT, form, character));
            }
        }
        assertSame(texts, 100, "\n");
    }

    @Test
    void everyCodePointIsTheSameToBoth() {
        List<String> texts = new ArrayList<>();
        for (int c = 0; c <= 0x3_4000; c = c < 0x3400 ? c + 1 : c + 17) {
            texts.add("q" + Character.toString(c) + "q");
        }
        assertSame(texts, 500, " ");
    }

    @Test
    void randomTextsAreTheSameToBoth() {
        Random random = new Random(SEED);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int rest = 1 + random.nextInt(12); rest > 0; rest--) {
                int kind = random.nextInt(10);
                if (kind < 4) {
                    text.append("aAbBzZ019sS".charAt(random.nextInt(11)));
                } else if (kind < 9) {
                    text.append(EDGES.charAt(random.nextInt(EDGES.length())));
                } else {
                    text.append(ASTRAL.get(random.nextInt(ASTRAL.size())));
                }
            }
            texts.add(text.toString());
        }
        assertSame(texts, 100, "\n");
    }

    @Test
    void inventedEnglishIsStemmedTheSameByBoth() {
        String[] endings =
                ("s es ies ed ing eed ational tional enci anci izer bli alli entli eli ousli ization ation ator alism iveness "
                                + "fulness ousness aliti iviti biliti logi icate ative alize iciti ical ful ness al ance ence er ic able ible ant "
                                + "ement ment ent sion tion ou ism ate iti ous ive ize e ll y ying yed sses")
                        .split(" ", -1);
        String[] beginnings =
                "a o be cr tr hop hopp agr fe con rel yy say syz troubl fil fall oper ceas cyc bbl qu wx tree ly xyz ionis"
                        .split(" ", -1);
        List<String> words = new ArrayList<>();
        for (String beginning : beginnings) {
            for (String ending : endings) {
                words.add(beginning + ending);
                for (String second : List.of("s", "ed", "ing", "ly", "ness", "e")) {
                    words.add(beginning + ending + second);
                }
            }
        }
        assertSame(words, 500, " ");
    }

    /** Many texts at once, as calls are dear; one by one where they differ. */
    private void assertSame(List<String> texts, int atOnce, String separator) {
        for (int i = 0; i < texts.size(); i += atOnce) {
            List<String> some = texts.subList(i, Math.min(texts.size(), i + atOnce));
            String joined = String.join(separator, some);
            if (!Analysed.of(joined).equals(engine.analyse(joined))) {
                some.forEach(text -> assertEquals(Analysed.of(text), engine.analyse(text), () -> escaped(text)));
                assertEquals(Analysed.of(joined), engine.analyse(joined), () -> escaped(joined));
            }
        }
    }

    private static List<String> vectors() throws IOException {
        try (InputStream in = Objects.requireNonNull(SameAnalysisTest.class.getResourceAsStream("vectors.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("//"))
                    .toList();
        }
    }

    private static String vector(String text, Analysed analysed) {
        return String.join(
                "\t",
                text,
                escaped(String.join(" ", analysed.words())),
                escaped(String.join(" ", analysed.identifiers())),
                escaped(String.join(" ", analysed.surfaces())));
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\u([0-9a-f]{4})")
                .matcher(text)
                .replaceAll(hex -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
    }

    /** With all that cannot be seen as {@code \}{@code u} and four hex digits. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isSurrogate(c) && Character.charCount(text.codePointAt(i)) == 2;
            boolean seen = Character.isLetterOrDigit(c) || (c >= ' ' && c < 0x7F) || pair;
            if (pair) {
                out.append(c).append(text.charAt(++i));
            } else if (seen) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return out.toString();
    }
}
