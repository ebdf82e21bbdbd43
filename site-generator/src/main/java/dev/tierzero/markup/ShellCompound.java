package dev.tierzero.markup;

import java.util.List;

/** Commands between {@code if} and {@code fi} and the like, while they are read. */
final class ShellCompound {

    private final int pipelineStart;
    private final int opened;
    private final List<ShellDocument> documents;
    private boolean rereads;
    private boolean interprets;

    /**
     * @param pipelineStart the first place of the pipeline that it is part of
     * @param opened its own first place
     * @param documents that go into it
     */
    ShellCompound(int pipelineStart, int opened, List<ShellDocument> documents) {
        this.pipelineStart = pipelineStart;
        this.opened = opened;
        this.documents = documents;
    }

    int pipelineStart() {
        return pipelineStart;
    }

    int opened() {
        return opened;
    }

    List<ShellDocument> documents() {
        return documents;
    }

    /** What comes in may go to a command in it. */
    void reads(boolean byShell, boolean byInterpreter) {
        rereads |= byShell;
        interprets |= byInterpreter;
    }

    boolean isReadByShell() {
        return rereads;
    }

    boolean isReadByInterpreter() {
        return interprets;
    }
}
