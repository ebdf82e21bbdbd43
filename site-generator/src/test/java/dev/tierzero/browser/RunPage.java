package dev.tierzero.browser;

import java.net.URI;
import org.openqa.selenium.Keys;

/** A procedure in the browser, as somebody runs it. */
final class RunPage {

    private static final String READY = "self.tierZero && tierZero.run";

    private final Browser browser;
    private final FakeClock clock;

    RunPage(Browser browser, FakeClock clock) {
        this.browser = browser;
        this.clock = clock;
    }

    void open(URI page) {
        browser.open(page);
        browser.await(READY);
    }

    /** As after a change of battery, or of the page. */
    void reload() {
        clock.install();
        browser.reload();
        browser.await(READY);
    }

    /** Presses a button of the panel or the bar by its words. */
    void press(String words) {
        click("[...document.querySelectorAll('.run-live button, .run-bar button')].find(b => b.textContent === '"
                + words + "' && b.offsetParent)");
    }

    /** Presses a button of a step by its words. */
    void press(String step, String words) {
        click("[..." + step(step) + ".querySelectorAll('.run-step button')].find(b => b.textContent === '" + words
                + "')");
    }

    void tick(String step) {
        click(step(step) + ".querySelector('input.tick')");
    }

    private void click(String element) {
        browser.value(element + ".click()");
    }

    /** Writes where the focus is, and confirms. */
    void answer(String text) {
        browser.press(text);
        browser.press(Keys.TAB, Keys.ENTER);
    }

    String step(String id) {
        return "document.querySelector('[data-step=\"" + id + "\"]')";
    }

    boolean isTicked(String id) {
        return browser.is(step(id) + ".querySelector('input.tick').checked");
    }

    /** What stands at a step: times, reasons and notes. */
    String at(String id) {
        return browser.text(
                "[..." + step(id) + ".querySelectorAll('.run-time, .run-words')].map(n => n.textContent).join('|')");
    }

    /** The words of a part of the panel or the bar. */
    String part(String selector) {
        return browser.text("document.querySelector('" + selector + "').innerText")
                .replaceAll("\\s+", " ");
    }

    /** The file that was saved under a name. */
    String saved(String name) {
        return browser.text("saved['" + name + "'] || Object.keys(saved).join()");
    }

    /** Takes in a file. */
    void take(String text) {
        browser.value(
                "(() => { const box = document.querySelector('.run-live [type=file]'), files = new DataTransfer();"
                        + " files.items.add(new File([" + text + "], 'record.json')); box.files = files.files;"
                        + " box.dispatchEvent(new Event('change')); return new Promise(done => setTimeout(done, 30)); })()");
    }
}
