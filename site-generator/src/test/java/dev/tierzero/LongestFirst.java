package dev.tierzero;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Begins with the classes that take longest, so that the two threads end together; the others follow as they were found. */
public final class LongestFirst implements ClassOrderer {

    /** From about a minute to some seconds. The first two begin together; only one of them waits for the portal to be built. */
    private static final List<String> LONG = List.of(
            "PortalPagesTest",
            "BadPluginsTest",
            "PageKindsTest",
            "RunDrillsTest",
            "RungsTest",
            "RunModeTest",
            "OpsScriptsTest",
            "ProcessesTest",
            "RankParityTest",
            "HtmlValidityTest",
            "SameAnswersTest",
            "SearchLoadingTest",
            "EndedByPluginsTest",
            "IncrementalTest",
            "LoadedClassesTest",
            "SearchDialogTest",
            "SameAnalysisTest",
            "SearchPageTest",
            "JBakeOracleTest",
            "JBakeProcessTest",
            "RobustnessTest",
            "OfflineTest",
            "SyntaxHighlighterTest",
            "BlocksTest",
            "LayersTest");

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparingInt(LongestFirst::rank));
    }

    private static int rank(ClassDescriptor descriptor) {
        int rank = LONG.indexOf(descriptor.getTestClass().getSimpleName());
        return rank < 0 ? LONG.size() : rank;
    }
}
