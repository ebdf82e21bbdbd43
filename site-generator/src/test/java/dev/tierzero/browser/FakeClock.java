package dev.tierzero.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The clock of the pages that are opened: it stands still until a test moves it, and with it what pages do each second. What pages
 * give to be saved is kept in {@code saved} and not saved.
 */
final class FakeClock {

    private static final String SCRIPT = """
            (() => {
                let wall = %d, mono = 1000, seed = %d;
                const beats = [], Real = Date, every = self.setInterval, Bytes = self.Blob;
                self.Date = class extends Real {
                    constructor(...given) { given.length ? super(...given) : super(wall); }
                    static now() { return wall; }
                };
                performance.now = () => mono;
                Math.random = () => (seed = (seed * 16807) %% 2147483647) / 2147483647;
                self.setInterval = (work, pause) => pause === 1000 ? beats.push(work) : every(work, pause);
                self.pass = (onTheWall, measured) => { wall += onTheWall; mono += measured; beats.forEach(beat => beat()); return wall; };
                self.saved = {};
                let text;
                self.Blob = class extends Bytes { constructor(parts) { super(parts); text = parts.join(""); } };
                const click = HTMLAnchorElement.prototype.click;
                HTMLAnchorElement.prototype.click = function () { if (this.download) saved[this.download] = text; else click.call(this); };
            })()
            """;

    private final Browser browser;
    private final String zone;
    private Instant now;
    private Optional<Object> script = Optional.empty();

    FakeClock(Browser browser, Instant start, String zone) {
        this.browser = browser;
        this.now = start;
        this.zone = zone;
        install();
    }

    /** From the next page on that this tab opens. Needed in a new tab, and before a page is loaded again. */
    void install() {
        remove();
        browser.cdp("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
        String source = SCRIPT.formatted(now.toEpochMilli(), now.toEpochMilli() % 2147483000 + 1);
        script = Optional.ofNullable(browser.cdp("Page.addScriptToEvaluateOnNewDocument", Map.of("source", source))
                .get("identifier"));
    }

    /** Whatever a tab is opened next has the clock of this machine again. */
    void remove() {
        script.ifPresent(id -> browser.cdp("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", id)));
        script = Optional.empty();
        browser.cdp("Emulation.setTimezoneOverride", Map.of("timezoneId", ""));
    }

    /** Time passes. */
    void pass(String duration) {
        move(Duration.parse("PT" + duration), Duration.parse("PT" + duration));
    }

    /** Time passes while the device sleeps. */
    void sleep(String duration) {
        move(Duration.parse("PT" + duration), Duration.ofSeconds(1));
    }

    /** Somebody sets the clock on the wall. */
    void set(String difference) {
        move(Duration.parse("PT" + difference), Duration.ofSeconds(1));
    }

    private void move(Duration wall, Duration measured) {
        now = now.plus(wall);
        browser.value("pass(" + wall.toMillis() + ", " + measured.toMillis() + ")");
    }
}
