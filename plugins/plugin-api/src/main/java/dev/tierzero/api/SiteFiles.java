package dev.tierzero.api;

import java.util.List;
import java.util.Optional;

/** What the host lets a plugin read of the site's own files. Implemented by the host only. */
public interface SiteFiles {

    /** The settings of the plugin, {@code plugins.<id>} in {@code site.yaml}; an empty map when there are none. */
    DataNode settings();

    /** The entries of a register, {@code content/_data/<name>.yaml}, that fit its schema; empty when there is no such file. */
    Optional<List<DataNode>> register(String name);

    /** The bytes of a file of the content folder, by path below it: {@code _data/kpi/adoption.csv}. */
    Optional<byte[]> file(String path);

    /** Paths of the files in a folder of the content folder and below, sorted; {@code _data/drills} without a slash at its end. */
    List<String> files(String folder);

    /** A file of the content folder as findings name it: {@code content/_data/codes.yaml}. */
    String name(String path);

    /**
     * A YAML or JSON file of the content folder as data; empty when there is none. A file that cannot be read as such is a finding of
     * the host, and empty too.
     */
    Optional<DataNode> data(String path);
}
