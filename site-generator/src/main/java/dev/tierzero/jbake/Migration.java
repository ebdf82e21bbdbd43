package dev.tierzero.jbake;

import dev.tierzero.model.Settings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A JBake project made into a site of ours: what becomes of each of its files. Planned first, then written; the project is only read.
 *
 * @param steps in the order of the project's paths; every file of the project is in exactly one
 */
public record Migration(List<Step> steps) {

    /** What becomes of a file. */
    public enum Action {
        /** Written anew in our form. */
        CONVERTED,
        /** Copied byte for byte. */
        COPIED,
        /** Not taken over. */
        LEFT,
        /** Not written: something else lies there already. */
        BLOCKED
    }

    /**
     * One file, or a folder that is left as a whole.
     *
     * @param from in the project, with {@code /}; a folder ends in {@code /}
     * @param to in the site; blank when it is left
     * @param why it is left, or what was changed; may be blank
     */
    public record Step(Action action, String from, String to, String why) {}

    /** Copies. */
    public Migration {
        steps = List.copyOf(steps);
    }

    /** How many files had this happen to them. */
    public long count(Action action) {
        return steps.stream().filter(step -> step.action() == action).count();
    }

    /**
     * Makes the site.
     *
     * @param project the folder with {@code jbake.properties}
     * @param target the site's folder; files that are there stay as they are
     * @param standard settings with the title of the site
     * @param dry whether nothing is written
     */
    public static Migration run(Path project, Path target, Settings standard, boolean dry) throws IOException {
        List<Plan> plans = new ProjectWalk(project, standard).plans();
        List<Step> steps = new ArrayList<>();
        for (Plan plan : plans) {
            steps.add(dry ? looked(plan, target) : written(plan, target));
        }
        steps.sort(Comparator.comparing(Step::from));
        return new Migration(steps);
    }

    private static Step looked(Plan plan, Path target) {
        return plan.content().isPresent()
                        && Files.exists(target.resolve(plan.step().to()))
                ? blocked(plan)
                : plan.step();
    }

    private static Step written(Plan plan, Path target) throws IOException {
        if (plan.content().isEmpty()) {
            return plan.step();
        }
        Path file = target.resolve(plan.step().to());
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, plan.content().get().bytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return plan.step();
        } catch (FileAlreadyExistsException e) {
            return blocked(plan);
        }
    }

    private static Step blocked(Plan plan) {
        return new Step(Action.BLOCKED, plan.step().from(), plan.step().to(), "something lies there already");
    }
}
