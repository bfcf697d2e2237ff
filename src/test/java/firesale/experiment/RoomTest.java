package firesale.experiment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import firesale.experiment.store.DuckDbScript;
import org.junit.jupiter.api.Test;

/** Where the engine stands in the house. */
class RoomTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("firesale");

    @Test
    void nothingBelowKnowsTheEngine() {
        noClasses().that().resideOutsideOfPackages("firesale.experiment..", "firesale.cli..", "firesale.gui..", "firesale.report..",
                "firesale.cluster..")
                .should().dependOnClassesThat().resideInAPackage("firesale.experiment..").check(CLASSES);
    }

    @Test
    void estimatorsKnowNeitherModelNorFiles() {
        noClasses().that().resideInAPackage("firesale.analysis..")
                .should().dependOnClassesThat().resideInAnyPackage("firesale.model..", "java.nio.file..", "java.util.concurrent..")
                .check(CLASSES);
    }

    @Test
    void onlyProcessesOfTheirOwnOpenTheDatabase() {
        noClasses().that().resideInAPackage("firesale.experiment..").and().doNotHaveSimpleName("DuckDbScript")
                // what prints a query's rows, in the process that asks
                .and().haveNameNotMatching("firesale\\.experiment\\.store\\.(QueryProgram|RowPrinter|RowTable)(\\$.*)?")
                .should().dependOnClassesThat().resideInAPackage("java.sql..").check(CLASSES);
    }

    @Test
    void onlyTheTerminalsProgressLoadsTheBar() {
        noClasses().that().doNotHaveSimpleName("ProgressOnTerminal")
                .should().dependOnClassesThat().resideInAPackage("me.tongfei..").check(CLASSES);
    }
}
