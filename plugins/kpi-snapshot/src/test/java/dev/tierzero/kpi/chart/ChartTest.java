package dev.tierzero.kpi.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Html;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code UPDATE_GOLDEN=1} writes the drawings that are expected, never in CI. */
final class ChartTest {

    private static final Path GOLDEN = Path.of("src/test/golden");

    private record Case(String name, Notation notation, History history) {}

    private static List<Case> cases() {
        History rising = Charts.weekly("12", "18", "25", "31", "", "", "48", "62", "71", "83", "90.4");
        List<History.Stage> stages = List.of(
                new History.Stage("Pilot", Charts.week(0), Optional.of(Charts.week(4))),
                new History.Stage("Early adopters", Charts.week(4), Optional.empty()));
        List<History.Event> events =
                List.of(new History.Event("Release 1.5", Charts.week(2)), new History.Event("Wave 1", Charts.week(7)));
        List<History.Target> stepped = List.of(Charts.target(-1, "20"), Charts.target(4, "50"), Charts.target(8, "90"));
        History old = Charts.weekly("71", "88", "84.2");
        return List.of(
                new Case("adoption", Notation.percent(), Charts.with(rising, stepped, stages, events)),
                new Case("one-value", Notation.seconds(), Charts.weekly("84")),
                new Case("two-values", Notation.hours(), Charts.weekly("26", "20")),
                new Case("equal-values", Notation.score(10), Charts.weekly("8.4", "8.4", "8.4")),
                new Case("negative", Notation.money("EUR"), Charts.weekly("-1200", "300", "-450.5")),
                new Case("huge", Notation.count("events per week"), Charts.weekly("1E18", "3E18", "123456789012")),
                new Case(
                        "old",
                        Notation.seconds(),
                        new History(
                                old.points(),
                                old.gap(),
                                List.of(Charts.target(-1, "90")),
                                List.of(),
                                List.of(),
                                true)));
    }

    private static Html draw(Case example, Chart.Size size) {
        return Chart.of(example.history(), example.notation(), size, "k", "Title", "What is seen.");
    }

    @TestFactory
    Stream<DynamicTest> drawingsAreAsTheyWereLookedAt() {
        return cases().stream().map(example -> DynamicTest.dynamicTest(example.name(), () -> golden(example)));
    }

    private static void golden(Case example) throws IOException {
        String drawn = Stream.of(Chart.Size.values())
                .map(size -> draw(example, size).toString().replace("><", ">\n<") + "\n")
                .reduce("", String::concat);
        Path file = GOLDEN.resolve(example.name() + ".svg.txt");
        if ("1".equals(System.getenv("UPDATE_GOLDEN"))) {
            assertFalse(System.getenv().containsKey("CI"), "golden drawings are not updated in CI");
            Files.createDirectories(GOLDEN);
            Files.writeString(file, drawn, StandardCharsets.UTF_8);
        }
        assertEquals(Files.readString(file, StandardCharsets.UTF_8), drawn);
    }

    @Test
    void whateverComesIsDrawnInsideThePlotAsWellFormedXml() {
        List<Notation> notations = List.of(
                Notation.percent(),
                Notation.seconds(),
                Notation.hours(),
                Notation.count("per week"),
                Notation.money("EUR"),
                Notation.score(10));
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            History history = Charts.random(random, seed % 3 == 0 ? 500 : 12);
            Notation notation = notations.get(random.nextInt(notations.size()));
            for (Chart.Size size : Chart.Size.values()) {
                String svg = Chart.of(history, notation, size, "k", "T", "D").toString();
                Xml.parse(svg, "seed " + seed);
                assertFalse(svg.contains("NaN") || svg.contains("Infinity"), "seed " + seed);
                inside(svg, "seed " + seed);
            }
            Xml.parse(Sparkline.of(history).toString(), "seed " + seed);
        }
    }

    /** Whether every coordinate of the line, its dots and its target lies between the outer grid lines. */
    private static void inside(String svg, String seed) {
        List<double[]> grid = points(svg, "chart-base|chart-grid").stream()
                .filter(p -> p[2] == 0)
                .toList();
        double top = grid.stream().mapToDouble(p -> p[1]).min().orElseThrow();
        double bottom =
                points(svg, "chart-base").stream().mapToDouble(p -> p[1]).max().orElseThrow();
        for (double[] point : points(svg, "chart-line|chart-dots|chart-target")) {
            assertTrue(point[0] >= 0 && point[0] <= 720.1, seed + ": x " + point[0]);
            assertTrue(point[1] >= top - 0.1 && point[1] <= bottom + 0.1, seed + ": y " + point[1]);
        }
    }

    private static List<double[]> points(String svg, String classes) {
        Matcher paths = Pattern.compile("<path class=\"(?:" + classes + ")\" d=\"([^\"]*)\"")
                .matcher(svg);
        return paths.results()
                .flatMap(path -> Pattern.compile("[ML](-?[0-9.]+) (-?[0-9.]+)")
                        .matcher(path.group(1))
                        .results())
                .map(p -> new double[] {Double.parseDouble(p.group(1)), Double.parseDouble(p.group(2)), 0})
                .toList();
    }

    @Test
    void marksOfTheAxisAreToldApartWhateverTheFigures() {
        for (long seed = 0; seed < 500; seed++) {
            History history = Charts.random(new Random(seed), 20);
            Axis axis = Plot.axis(history, Notation.money("EUR"), 4);
            List<BigDecimal> marks = axis.marks();
            assertTrue(marks.size() >= 2 && marks.size() <= 8, "seed " + seed + ": " + marks);
            assertEquals(
                    marks.size(), axis.labels().stream().distinct().count(), "seed " + seed + ": " + axis.labels());
            assertEquals(marks.stream().sorted().toList(), marks, "seed " + seed);
            for (BigDecimal figure : history.figures()) {
                assertTrue(axis.share(figure) >= 0 && axis.share(figure) <= 1, "seed " + seed + ": " + figure);
            }
        }
    }

    @Test
    void theLabelOfATargetKeepsOutOfTheWayOfTheLine() {
        for (List<String> values : List.of(
                List.of("6", "4.4", "4", "3.4", "1", "1", "1"),
                List.of("3.9", "3.9", "4.2", "6", "8", "9", "9"),
                List.of("5", "4.5", "4.2", "4.1", "3.9", "3.5", "3"))) {
            History history = Charts.with(
                    Charts.weekly(values.toArray(String[]::new)),
                    List.of(Charts.target(-1, "4")),
                    List.of(),
                    List.of());
            for (Chart.Size size : Chart.Size.values()) {
                String svg = Chart.of(history, Notation.count("per week"), size, "k", "T", "D")
                        .toString();
                List<double[]> line = points(svg, "chart-line");
                List<Course.Piece> pieces = new ArrayList<>();
                for (int i = 1; i < line.size(); i++) {
                    pieces.add(
                            new Course.Piece(line.get(i - 1)[0], line.get(i - 1)[1], line.get(i)[0], line.get(i)[1]));
                }
                double x = coordinate(svg, "chart-goal\" x=\"([0-9.]+)\"");
                double y = coordinate(svg, "chart-goal\" x=\"[0-9.]+\" y=\"([0-9.]+)\"");
                assertEquals(0, new Course(pieces).crossing(x, y - 9, x + 50, y), size + ": " + values);
            }
        }
    }

    private static double coordinate(String svg, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(svg);
        assertTrue(matcher.find(), svg);
        return Double.parseDouble(matcher.group(1));
    }

    @Test
    void manyPointsAreDrawnAsFew() {
        String[] values =
                new Random(7).ints(500, 0, 100).mapToObj(String::valueOf).toArray(String[]::new);
        History history = Charts.weekly(values);
        assertTrue(Chart.drawn(history, Chart.Size.WIDE) <= 4 * 121);
        assertTrue(Chart.drawn(history, Chart.Size.NARROW) <= 4 * 61);
        assertEquals(
                100,
                Chart.drawn(Charts.weekly(List.of(values).subList(0, 100).toArray(String[]::new)), Chart.Size.NARROW));
    }
}
