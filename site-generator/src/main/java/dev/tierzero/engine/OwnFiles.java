package dev.tierzero.engine;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.SiteFiles;
import java.util.List;
import java.util.Optional;

/** The site's own files for one plugin: what is the same in every stage. */
interface OwnFiles extends SiteFiles {

    /** Id of the plugin. */
    String plugin();

    /** Registers and data files, the same for all plugins. */
    SiteData siteData();

    @Override
    default DataNode settings() {
        return siteData().settings(plugin());
    }

    @Override
    default Optional<List<DataNode>> register(String name) {
        return siteData().register(name);
    }

    @Override
    default Optional<byte[]> file(String path) {
        return siteData().bytes(path);
    }

    @Override
    default List<String> files(String folder) {
        return siteData().files(folder);
    }

    @Override
    default String name(String path) {
        return siteData().name(path);
    }

    @Override
    default Optional<DataNode> data(String path) {
        return siteData().data(path);
    }
}
