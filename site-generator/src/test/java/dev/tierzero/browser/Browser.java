package dev.tierzero.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium of this machine. One thread at a time: a class of tests has it for itself. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONGEST_LOAD = Duration.ofSeconds(60);
    /** Says at each start that Selenium has no classes for the protocol of this Chromium; none are used. */
    private static final Logger VERSIONS = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Whether Chromium or Chrome is here, and the driver for it. */
    static boolean isInstalled() {
        return chrome().isPresent() && program("chromedriver").isPresent();
    }

    /** Starts it with a profile of its own. The driver is named, so that Selenium looks for none on the network. */
    static Browser start() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chrome().orElseThrow());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--lang=en");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable("browser", Level.ALL);
        logs.enable("performance", Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver").orElseThrow())
                .usingAnyFreePort()
                .build();
        VERSIONS.setLevel(Level.OFF);
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(LONGEST_LOAD);
        return new Browser(driver);
    }

    private static Optional<File> chrome() {
        return Stream.of("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
                .flatMap(name -> program(name).stream())
                .findFirst();
    }

    private static Optional<File> program(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + File.pathSeparator + "/usr/bin";
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Files::isExecutable)
                .map(Path::toFile)
                .findFirst();
    }

    /** Everything as a new reader has it: a wide light screen, scripts, nothing remembered, nothing said. */
    void reset() {
        driver.get("about:blank");
        cdp("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        cdp("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of()));
        size(1280, 900);
        said();
        events();
    }

    /** Opens a page and waits until it is loaded. */
    void open(URI address) {
        driver.get(address.toString());
    }

    /** Loads the page again. */
    void reload() {
        driver.navigate().refresh();
    }

    /** Opens an empty tab of the same reader and goes there; {@link #to} leads back to the tab that this returns. */
    String another() {
        String first = driver.getWindowHandle();
        driver.switchTo().newWindow(WindowType.TAB);
        return first;
    }

    /** Goes to a tab; the one that is left stays open. Returns the one that is left. */
    String to(String tab) {
        String left = driver.getWindowHandle();
        driver.switchTo().window(tab);
        return left;
    }

    /** Closes this tab and goes to another. */
    void closeFor(String tab) {
        driver.close();
        driver.switchTo().window(tab);
    }

    /** CSS pixels of the window's inside. */
    void size(int width, int height) {
        cdp(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** {@code light} or {@code dark}, as the system would say it. */
    void prefer(String scheme) {
        cdp(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** No script of any page opened after this runs. */
    void withoutScripts() {
        cdp("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    /** A command of the Chrome DevTools Protocol. */
    Map<String, Object> cdp(String command, Map<String, Object> parameters) {
        return driver.executeCdpCommand(command, parameters);
    }

    /** The page as it is printed. */
    byte[] pdf() {
        return pdf(Map.of());
    }

    /** The page as it is printed, with settings of {@code Page.printToPDF}: {@code paperWidth} and {@code paperHeight} in inches. */
    byte[] pdf(Map<String, Object> settings) {
        return Base64.getDecoder()
                .decode(String.valueOf(cdp("Page.printToPDF", settings).get("data")));
    }

    /** The value of an expression in the page, whether its scripts may run or not. */
    JsonNode value(String expression) {
        return json("(async () => JSON.stringify(" + expression + "))()");
    }

    /** The value of an expression that gives JSON, or a promise of JSON. */
    JsonNode json(String expression) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("expression", expression);
        parameters.put("awaitPromise", true);
        parameters.put("returnByValue", true);
        JsonNode answer = JSON.valueToTree(cdp("Runtime.evaluate", parameters));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": "
                    + answer.at("/exceptionDetails/exception/description").asText());
        }
        return parsed(answer.at("/result/value").asText("null"));
    }

    boolean is(String expression) {
        return value("!!(" + expression + ")").asBoolean();
    }

    String text(String expression) {
        return value(expression).asText();
    }

    List<String> texts(String expression) {
        List<String> texts = new ArrayList<>();
        value(expression).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** Waits until an expression is true in the page. */
    void await(String expression) {
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
                .withMessage(() -> "never true: " + expression + "\nin: " + text("document.body.innerText"))
                .until(d -> is(expression));
    }

    /** Presses the first element of a selector where it is seen, as a finger or a mouse does. */
    void tap(String selector) {
        String element = "document.querySelector(" + TextNode.valueOf(selector) + ")";
        value(element + ".scrollIntoView({block: 'center', behavior: 'instant'})");
        JsonNode at = value(
                "(r => ({x: r.left + r.width / 2, y: r.top + r.height / 2}))(" + element + ".getBoundingClientRect())");
        for (String type : List.of("mousePressed", "mouseReleased")) {
            cdp(
                    "Input.dispatchMouseEvent",
                    Map.of(
                            "type",
                            type,
                            "x",
                            at.path("x").asDouble(),
                            "y",
                            at.path("y").asDouble(),
                            "button",
                            "left",
                            "clickCount",
                            1));
        }
    }

    /** Pastes the clipboard where the focus is: the editing command, because a headless browser maps no keys to it. */
    void paste() {
        cdp(
                "Input.dispatchKeyEvent",
                Map.of("type", "keyDown", "key", "v", "code", "KeyV", "modifiers", 2, "commands", List.of("paste")));
    }

    /** Presses keys on whatever has the focus. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses a key while Control is held. */
    void control(CharSequence key) {
        new Actions(driver)
                .keyDown(Keys.CONTROL)
                .sendKeys(key)
                .keyUp(Keys.CONTROL)
                .perform();
    }

    /** What the console was told since the last call: errors, warnings and refusals of the content security policy. */
    List<String> said() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Addresses that were asked for since the last call, but for {@code data:} and the browser's own. */
    List<URI> requests() {
        return events().stream()
                .filter(event -> event.path("method").asText().equals("Network.requestWillBeSent"))
                .map(event -> event.at("/params/request/url").asText())
                .filter(url -> !url.startsWith("data:") && !url.startsWith("about:") && !url.startsWith("chrome"))
                .map(URI::create)
                .toList();
    }

    /**
     * What was asked for since the last call.
     *
     * @param urls in the order asked, but for {@code data:} and the browser's own
     * @param failed those without an answer, or with an error
     */
    record Traffic(List<String> urls, List<String> failed) {}

    Traffic traffic() {
        Map<String, String> urls = new LinkedHashMap<>();
        List<String> failed = new ArrayList<>();
        for (JsonNode event : events()) {
            String id = event.at("/params/requestId").asText();
            switch (event.path("method").asText()) {
                case "Network.requestWillBeSent" ->
                    urls.put(id, event.at("/params/request/url").asText());
                case "Network.loadingFailed" ->
                    failed.add(
                            urls.get(id) + " " + event.at("/params/errorText").asText());
                case "Network.responseReceived" -> {
                    if (event.at("/params/response/status").asInt() >= 400) {
                        failed.add(urls.get(id) + " "
                                + event.at("/params/response/status").asInt());
                    }
                }
                default -> {}
            }
        }
        List<String> asked = urls.values().stream()
                .filter(url -> !url.matches("(?:data|about|chrome).*"))
                .toList();
        return new Traffic(asked, failed);
    }

    private List<JsonNode> events() {
        return driver.manage().logs().get("performance").getAll().stream()
                .map(entry -> parsed(entry.getMessage()).path("message"))
                .toList();
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    @Override
    public void close() throws IOException {
        driver.quit();
    }
}
