package dev.tierzero.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layers of the design: which package may name which, and which may name a library. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LayersTest {

    /** Packages of ours that a package may name. A stage names no other stage, but for those that are explained. */
    private static final Map<String, Set<String>> MAY_NAME = Map.ofEntries(
            Map.entry("api", Set.of()),
            Map.entry("model", Set.of("api")),
            Map.entry("source", Set.of("model", "api")),
            Map.entry("markup", Set.of("model", "api")),
            // Extensions of JBake come in jars that are locked and opened as those of plugins.
            Map.entry("jbake", Set.of("extension", "model", "api")),
            Map.entry("site", Set.of("model", "api")),
            // A page is rendered from the site's plan: its navigation, its links.
            Map.entry("render", Set.of("site", "model", "api")),
            Map.entry("verify", Set.of("model", "api")),
            Map.entry("search", Set.of("model")),
            // Asking is of the index as it is published: it knows its files and not how they were made.
            Map.entry("query", Set.of("model", "api")),
            Map.entry("publish", Set.of("model")),
            Map.entry("extension", Set.of("model", "api")),
            Map.entry("findings", Set.of("model", "api")),
            // Our own plugins are like everybody's: the public types and nothing else.
            Map.entry("kpi", Set.of("api")),
            Map.entry("runbook", Set.of("api")),
            Map.entry("coverage", Set.of("api")),
            Map.entry(
                    "engine",
                    Set.of(
                            "extension",
                            "findings",
                            "source",
                            "markup",
                            "jbake",
                            "site",
                            "render",
                            "search",
                            "query",
                            "verify",
                            "publish",
                            "model",
                            "api")),
            // The preview sends the headers that the host will send, and says what is wrong with the settings.
            Map.entry("serve", Set.of("engine", "publish", "source", "model", "api")),
            // The command line reads which folders the settings name, to watch them, and migrates projects of JBake.
            Map.entry("cli", Set.of("serve", "engine", "query", "extension", "jbake", "source", "model", "api")));

    /** The package that may name a library: one, but for those that are explained. */
    private static final Map<String, String> LIBRARIES = Map.ofEntries(
            Map.entry("com.vladsch.flexmark..", "markup"),
            Map.entry("org.asciidoctor..", "markup"),
            Map.entry("org.jruby..", "markup"),
            Map.entry("org.jcodings..", "markup"),
            // Copies of pages are made from, and checked in, the HTML as it is published.
            Map.entry("org.jsoup..", "[markup|render|verify]"),
            Map.entry("org.fife..", "markup"),
            Map.entry("io.pebbletemplates..", "render"),
            Map.entry("io.nayuki..", "render"),
            Map.entry("org.yaml.snakeyaml..", "source"),
            Map.entry("com.fasterxml.jackson..", "source"),
            Map.entry("picocli..", "cli"),
            Map.entry("jnr..", "publish"),
            Map.entry("org.apache.lucene..", "search"),
            Map.entry("org.mozilla..", "query"),
            Map.entry("org.jbake..", "jbake"),
            Map.entry("org.apache.commons..", "jbake"),
            Map.entry("com.sun.net.httpserver..", "serve"));

    private final JavaClasses ours = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tierzero");

    static Stream<String> packages() {
        return MAY_NAME.keySet().stream().sorted();
    }

    static Stream<Map.Entry<String, String>> libraries() {
        return LIBRARIES.entrySet().stream().sorted(Map.Entry.comparingByKey());
    }

    @Test
    void theRulesSeeTheClassesAndEveryPackageHasOne() {
        Set<String> found = ours.stream()
                .map(c -> c.getPackageName().split("\\.", -1)[2])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ruled = new TreeSet<>(MAY_NAME.keySet());
        found.forEach(name -> assertTrue(ruled.contains(name), "a package without a rule: " + name));
        assertEquals(ruled, found, "packages that are ruled and packages that are there");
        assertTrue(
                ours.size() > 250, "only " + ours.size() + " classes were seen: the rules below would hold of nothing");
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageNamesOnlyThoseBelowIt(String name) {
        String[] allowed = Stream.concat(Stream.of(name), MAY_NAME.getOrDefault(name, Set.of()).stream())
                .map(below -> "dev.tierzero." + below + "..")
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> forbidden =
                resideInAPackage("dev.tierzero..").and(not(resideInAnyPackage(allowed)));
        noClasses()
                .that()
                .resideInAPackage("dev.tierzero." + name + "..")
                .should()
                .dependOnClassesThat(forbidden.as("are in none of " + Arrays.toString(allowed)))
                .check(ours);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aLibraryIsNamedByOnePackage(Map.Entry<String, String> library) {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.tierzero." + library.getValue() + "..",
                        // Plugins are other people's programs: what they are made of is theirs.
                        "dev.tierzero.kpi..",
                        "dev.tierzero.runbook..",
                        "dev.tierzero.coverage..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library.getKey());
        rule.check(ours);
    }

    @Test
    void everyLibraryThatIsNamedHasItsPackage() {
        String[] known = Stream.concat(
                        LIBRARIES.keySet().stream(),
                        Stream.of("java..", "dev.tierzero..", "org.jspecify..", "com.google.errorprone.annotations.."))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.tierzero.kpi..", "dev.tierzero.runbook..", "dev.tierzero.coverage..")
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(known)).and(not(arrayOrPrimitive())))
                .check(ours);
    }

    private static DescribedPredicate<JavaClass> arrayOrPrimitive() {
        return DescribedPredicate.describe(
                "arrays and primitives", type -> type.getBaseComponentType().isPrimitive() || type.isArray());
    }

    @Test
    void theTypesOfPluginsNeedTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("dev.tierzero.api..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "dev.tierzero.api..", "org.jspecify..")
                .check(ours);
    }

    @Test
    void nothingStaticChanges() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .andShould(notBeAnArrayThatIsShared())
                .check(ours);
    }

    /** A constant array can be written to by whoever sees it. */
    private static ArchCondition<JavaField> notBeAnArrayThatIsShared() {
        return new ArchCondition<>("not be an array that others see") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean shared =
                        field.getRawType().isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE);
                events.add(new SimpleConditionEvent(field, !shared, field.getFullName()));
            }
        };
    }

    @Test
    void implementationIsNotInherited() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotAnonymousClasses()
                .should(haveNoSubclassOfOurs())
                .check(ours);
    }

    private static ArchCondition<JavaClass> haveNoSubclassOfOurs() {
        return new ArchCondition<>("have no class of ours below them") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean alone = type.getSubclasses().stream().allMatch(JavaClass::isAnonymousClass);
                events.add(new SimpleConditionEvent(type, alone, type.getName() + " < " + type.getSubclasses()));
            }
        };
    }

    @Test
    void onlyTheCommandLineEndsTheProcessOrSpeaks() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.tierzero.cli..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(ours);
    }

    @Test
    void nothingIsFoundByReflection() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .orShould()
                .callMethod(Class.class, "forName", String.class)
                .check(ours);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|\\.Abstract[A-Za-z]*)(\\$.*)?")
                .check(ours);
    }
}
