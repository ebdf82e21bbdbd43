package dev.tierzero.engine;

import dev.tierzero.model.ScannedFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files of content that nothing of the site stands for, as links to them are answered. */
final class Unpublished {

    private Unpublished() {}

    /** What each of them is instead, by path below content. */
    static Map<String, String> reasons(List<ScannedFile> files) {
        Map<String, String> reasons = new TreeMap<>();
        for (ScannedFile file : files) {
            switch (file.fileClass()) {
                case PARTIAL -> reasons.put(file.path(), "a partial, which has no page of its own");
                case DATA -> reasons.put(file.path(), "a data file, which is not published");
                case IGNORED -> reasons.put(file.path(), "a file that site.yaml ignores");
                case ERROR -> reasons.put(file.path(), "a file that cannot be used");
                case PAGE, ASSET, DRAFT -> {}
            }
        }
        return reasons;
    }
}
