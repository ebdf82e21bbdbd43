package dev.tierzero.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The registers below {@code content/_data} and the pages agree. */
final class RegistersTest {

    private final SortedMap<String, Pages.Source> pages = Pages.all();

    @Test
    void everyCodeHasItsFaqPageThatSaysTheSame() {
        List<String> wrong = new ArrayList<>();
        List<Map<?, ?>> codes = Pages.register("codes.yaml");
        assertFalse(codes.isEmpty());
        for (Map<?, ?> entry : codes) {
            String code = text(entry, "code");
            Pages.Source page = pages.getOrDefault(text(entry, "page"), new Pages.Source(Map.of(), ""));
            for (String key : List.of("code", "title", "category")) {
                if (!text(entry, key).equals(page.get(key))) {
                    wrong.add(code + ": the register's " + key + " is \"" + text(entry, key) + "\", the page's \""
                            + page.get(key) + "\"");
                }
            }
            String alias = "/e/" + code.replaceFirst("^.*-", "") + "/";
            if (!page.list("aliases").contains(alias)) {
                wrong.add(code + ": its page is not at " + alias);
            }
            if (!page.text().contains(text(entry, "message"))) {
                wrong.add(code + ": its page does not show \"" + text(entry, "message") + "\"");
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyFaqPageIsInTheRegisterOfCodes() {
        Set<String> registered = values("codes.yaml", "page");
        Set<String> missing = new TreeSet<>();
        pages.forEach((path, page) -> {
            if (!page.get("code").isEmpty() && !registered.contains(path)) {
                missing.add(path);
            }
        });
        assertEquals(Set.of(), missing);
    }

    @Test
    void aTrainingsModulesAddUpToItsHours() {
        List<String> wrong = new ArrayList<>();
        Map<String, Pages.Source> trainings = new TreeMap<>(pages);
        trainings.values().removeIf(page -> !(page.header().get("modules") instanceof List<?>));
        assertFalse(trainings.isEmpty());
        trainings.forEach((path, page) -> {
            BigDecimal sum = page.list("modules").stream()
                    .map(module -> new BigDecimal(text((Map<?, ?>) module, "hours")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(new BigDecimal(page.get("hours"))) != 0) {
                wrong.add(path + ": " + page.get("hours") + " h, its modules " + sum + " h");
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyPageHasAnOwnerThatIsActive() {
        Set<String> active = Pages.register("owners.yaml").stream()
                .filter(owner -> Boolean.TRUE.equals(owner.get("active")))
                .map(owner -> text(owner, "id"))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> wrong = new ArrayList<>();
        pages.forEach((path, page) -> {
            if (!active.contains(page.get("owner"))) {
                wrong.add(path + ": \"" + page.get("owner") + "\"");
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyOwnerNamedInARegisterIsOneAndHasADeputyThatIsOne() {
        Set<String> owners = values("owners.yaml", "id");
        List<String> wrong = new ArrayList<>();
        for (String name : registers()) {
            for (Map<?, ?> entry : Pages.register(name)) {
                for (String key : List.of("owner", "deputy")) {
                    String owner = text(entry, key);
                    if (!owner.isEmpty() && !owners.contains(owner)) {
                        wrong.add(name + ": " + key + " " + owner);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyPageNamedInARegisterIsThere() {
        List<String> wrong = new ArrayList<>();
        List<String> named = new ArrayList<>(registers());
        // It names files as findings do, from the site's folder on.
        named.remove("baseline.yaml");
        for (String name : named) {
            for (Map<?, ?> entry : Pages.register(name)) {
                entry.values().stream()
                        .map(String::valueOf)
                        .filter(value -> value.matches("[a-z0-9/_-]+\\.(md|adoc)"))
                        .filter(value -> !Files.exists(Pages.content().resolve(value)))
                        .forEach(value -> wrong.add(name + ": " + value));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyAlertOpensARunbookThatNamesIt() {
        List<String> wrong = new ArrayList<>();
        for (Map<?, ?> alert : Pages.register("alerts.yaml")) {
            Pages.Source runbook = pages.getOrDefault(text(alert, "runbook"), new Pages.Source(Map.of(), ""));
            if (!runbook.list("alerts").contains(alert.get("id"))) {
                wrong.add(alert.get("id") + ": " + alert.get("runbook") + " names " + runbook.list("alerts"));
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static List<String> registers() {
        return Pages.files(Pages.content().resolve("_data")).stream()
                .filter(name -> name.endsWith(".yaml"))
                .toList();
    }

    private static Set<String> values(String register, String key) {
        return Pages.register(register).stream()
                .map(entry -> text(entry, key))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Map<?, ?> entry, String key) {
        return Objects.toString(entry.get(key), "");
    }
}
