package dev.tierzero.kpi.chart;

import dev.tierzero.api.Html;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A history as a static drawing in SVG: axes with marks, the line with its gaps, the target, stages as bands, events as numbers, and the
 * last value in figures. Everything is told by shape or word, nothing by colour alone.
 */
public final class Chart {

    /** What a page of a given width has room for. */
    public enum Size {
        /** For columns from 600 px on. */
        WIDE("chart-wide", 720, 340, 8, 120),
        /** For phones. */
        NARROW("chart-narrow", 360, 300, 4, 60);

        private final String css;
        private final int width;
        private final int height;
        private final int days;
        private final int stretches;

        Size(String css, int width, int height, int days, int stretches) {
            this.css = css;
            this.width = width;
            this.height = height;
            this.days = days;
            this.stretches = stretches;
        }
    }

    /** Average width of a letter of 12 px, widened a little: what is measured with it must fit. */
    private static final double LETTER = 7;

    private static final double ROW = 18;
    private static final int GAPS = 5;
    private static final int MOST_DOTS = 64;

    private final History history;
    private final Notation notation;
    private final Size size;
    private final Plot plot;
    private final Numbers numbers;

    private Chart(History history, Notation notation, Size size) {
        this.history = history;
        this.notation = notation;
        this.size = size;
        Axis axis = Plot.axis(history, notation, GAPS);
        double left = axis.labels().stream().mapToInt(String::length).max().orElse(1) * LETTER + 8;
        double right = lastLabel().length() * (LETTER + 0.5) + 14;
        Plot row = new Plot(axis, Span.of(history), left, 0, size.width - left - right, 1);
        this.numbers = Numbers.of(shownEvents(history), row);
        this.plot = row.between(headTop() + (bandRows() + numbers.rows()) * ROW, size.height - 2 * ROW);
    }

    /**
     * Draws.
     *
     * @param history with one point at least
     * @param id begins the ids of the drawing, unique on the page
     * @param title what it is
     * @param description what can be seen, for those who cannot
     */
    public static Html of(History history, Notation notation, Size size, String id, String title, String description) {
        String own = id + "-" + size.css;
        return new Chart(history, notation, size)
                .drawing(
                        Html.element("title", title).id(own + "-title"),
                        Html.element("desc", description).id(own + "-desc"))
                .attribute("role", "img")
                .attribute("aria-labelledby", own + "-title " + own + "-desc");
    }

    /** The events that lie in the time of a history, as the chart numbers them. */
    public static List<History.Event> shownEvents(History history) {
        Span span = Span.of(history);
        return history.events().stream().filter(event -> span.holds(event.at())).toList();
    }

    /** Whether the upright axis leaves zero out. */
    public static boolean isCut(History history, Notation notation) {
        return Plot.axis(history, notation, GAPS).isCut();
    }

    /** How many observations the chart of a history draws. */
    public static int drawn(History history, Size size) {
        return history.runs(size.stretches).stream().mapToInt(List::size).sum();
    }

    private Html drawing(Html title, Html description) {
        List<List<History.Point>> runs = history.runs(size.stretches);
        Targets targets = new Targets(history.targets(), notation, plot, Course.of(runs, plot));
        return Drawing.svg(
                size.width,
                size.height,
                "chart " + size.css,
                title,
                description,
                new Bands(history.stages(), plot, ROW).html(headTop()),
                grid(),
                days(),
                numbers.html(plot),
                targets.line(),
                curve(runs),
                targets.labels(),
                last());
    }

    /** Below the unit, which stands a little apart from the first mark. */
    private double headTop() {
        return notation.heading().isEmpty() ? 8 : 14 + ROW;
    }

    private int bandRows() {
        return history.stages().isEmpty() ? 0 : 1;
    }

    private Html grid() {
        List<Html> pieces = new ArrayList<>();
        if (!notation.heading().isEmpty()) {
            pieces.add(Drawing.text(2, 16, "start", "chart-unit", notation.heading()));
        }
        for (int i = 0; i < plot.axis().marks().size(); i++) {
            double y = plot.y(plot.axis().marks().get(i));
            pieces.add(Drawing.line(plot.left(), y, plot.right(), y, i == 0 ? "chart-base" : "chart-grid"));
            pieces.add(Drawing.text(
                    plot.left() - 6,
                    y + 4,
                    "end",
                    "chart-mark",
                    plot.axis().labels().get(i)));
        }
        if (plot.axis().isCut()) {
            double y = plot.bottom();
            pieces.add(new Drawing()
                    .move(plot.left() - 4, y + 5)
                    .to(plot.left() + 4, y + 1)
                    .move(plot.left() - 4, y + 9)
                    .to(plot.left() + 4, y + 5)
                    .stroke("chart-cut"));
        }
        return Html.of(pieces);
    }

    private Html days() {
        LocalDate from = LocalDate.ofInstant(plot.span().from().plusSeconds(86_399), ZoneOffset.UTC);
        LocalDate to = LocalDate.ofInstant(plot.span().to(), ZoneOffset.UTC);
        List<Html> pieces = new ArrayList<>();
        double free = 0;
        for (Calendar.Mark mark : Calendar.marks(from, to, size.days)) {
            double x = plot.x(mark.day().atStartOfDay(ZoneOffset.UTC).toInstant());
            pieces.add(Drawing.line(x, plot.bottom(), x, plot.bottom() + 5, "chart-base"));
            double half = mark.label().length() * LETTER / 2;
            double at = Math.min(x, size.width - half);
            if (at - half >= free) {
                pieces.add(Drawing.text(at, plot.bottom() + ROW + 2, "middle", "chart-mark", mark.label()));
                free = at + half + 4;
            }
        }
        return Html.of(pieces);
    }

    private Html curve(List<List<History.Point>> runs) {
        boolean all = runs.stream().mapToInt(List::size).sum() <= MOST_DOTS * size.width / Size.WIDE.width;
        Drawing line = new Drawing();
        Drawing dots = new Drawing();
        for (List<History.Point> run : runs) {
            for (int i = 0; i < run.size(); i++) {
                double x = plot.x(run.get(i).at());
                double y = plot.y(run.get(i).figure());
                if (run.size() > 1) {
                    line.next(i > 0, x, y);
                }
                if (all || run.size() == 1) {
                    dots.dot(x, y);
                }
            }
        }
        return Html.of(line.stroke("chart-line"), dots.stroke("chart-dots"));
    }

    private Html last() {
        double x = plot.x(history.last().at());
        double y = plot.y(history.last().figure());
        double words = Math.max(plot.top() + 6, Math.min(plot.bottom() - 4, y));
        Html mark = Drawing.circle(x, y, 5, history.isOld() ? "chart-last chart-old" : "chart-last");
        Html value = Drawing.text(x + 9, words + 4, "start", "chart-value", lastLabel());
        return Html.of(mark, value);
    }

    private String lastLabel() {
        return notation.brief(history.last().figure()) + (history.isOld() ? " ?" : "");
    }
}
