package dev.tierzero.jbake;

import java.io.IOException;
import java.util.Optional;

/**
 * A step of a migration, not yet taken.
 *
 * @param content of the file to write; empty for what is left
 */
record Plan(Migration.Step step, Optional<Content> content) {

    /** The bytes of a file, read when they are written. */
    @FunctionalInterface
    interface Content {
        byte[] bytes() throws IOException;
    }

    static Plan left(String from, String why) {
        return new Plan(new Migration.Step(Migration.Action.LEFT, from, "", why), Optional.empty());
    }

    static Plan copied(String from, String to, String why, Content content) {
        return new Plan(new Migration.Step(Migration.Action.COPIED, from, to, why), Optional.of(content));
    }

    static Plan converted(String from, String to, String why, Content content) {
        return new Plan(new Migration.Step(Migration.Action.CONVERTED, from, to, why), Optional.of(content));
    }
}
