package dev.tierzero.testkit;

import dev.tierzero.api.Plugin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A site in one text, for tests of plugins. {@code -- content/a.md --} begins a file, what follows is its text. A line may end in an
 * expectation, which is taken out before the site is built:
 *
 * <ul>
 *   <li>{@code <!-- expect RB002 -->} in Markdown and HTML,
 *   <li>{@code // expect RB002} in AsciiDoc,
 *   <li>{@code # expect CV001} in YAML.
 * </ul>
 *
 * <p>Several codes stand side by side; a finding about a file as a whole is expected on its first line. Only the plugins that a test
 * names take part, none of those that come with the generator. The clock stands still, there is no network and no environment.
 * Immutable: every method gives another site.
 */
public final class TestSite {

    /** The time that it is, unless a test says otherwise. */
    public static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final SiteText text;
    private final Circumstances circumstances;

    /** What a site is built under. */
    record Circumstances(Instant now, Optional<LocalDate> asOf, boolean online, Map<String, String> variables) {

        Circumstances {
            variables = Collections.unmodifiableMap(new TreeMap<>(variables));
        }
    }

    private TestSite(SiteText text, Circumstances circumstances) {
        this.text = text;
        this.circumstances = circumstances;
    }

    /**
     * Reads the text.
     *
     * @throws IllegalArgumentException when it begins with something else than a file, names one twice, or one outside the site
     */
    public static TestSite of(String text) {
        return new TestSite(SiteText.of(text), new Circumstances(NOW, Optional.empty(), false, Map.of()));
    }

    /** The same at another time: the build's and the clock's of collectors. */
    public TestSite at(Instant now) {
        return new TestSite(
                text, new Circumstances(now, circumstances.asOf, circumstances.online, circumstances.variables));
    }

    /** The same measured by a day, as {@code tier0 audit} does. */
    public TestSite asOf(LocalDate day) {
        return new TestSite(
                text,
                new Circumstances(circumstances.now, Optional.of(day), circumstances.online, circumstances.variables));
    }

    /** The same with collectors that may ask outside: a server that the test started. */
    public TestSite online() {
        return new TestSite(
                text, new Circumstances(circumstances.now, circumstances.asOf, true, circumstances.variables));
    }

    /** The same with a variable of the environment; a plugin sees it when {@code plugins.<id>.environment} names it. */
    public TestSite with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(circumstances.variables);
        more.put(variable, value);
        return new TestSite(text, new Circumstances(circumstances.now, circumstances.asOf, circumstances.online, more));
    }

    /**
     * Builds the site with these plugins and no others, whatever they find.
     *
     * @throws AssertionError when the site cannot be built at all, say for its settings
     */
    public Run run(Plugin... plugins) {
        return TestBuild.of(text.files(), circumstances, List.of(plugins));
    }

    /**
     * Builds the site and compares what the plugins found with what is marked.
     *
     * @throws AssertionError that lists every finding which is not marked, and every mark without a finding
     */
    public void verify(Plugin... plugins) {
        Run run = run(plugins);
        List<String> differences = Expectations.differences(text, run.findings());
        if (!differences.isEmpty()) {
            throw new AssertionError("what was found is not what is marked:\n" + String.join("\n", differences) + "\n");
        }
    }
}
