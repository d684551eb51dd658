package dev.gabion.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between modules, as docs/architecture.md draws them. */
@AnalyzeClasses(packages = "dev.gabion", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule modules_useOnlyTheFloorsBelow = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("kube")
            .definedBy("dev.gabion.kube..")
            .layer("finding")
            .definedBy("dev.gabion.finding..")
            .layer("cel")
            .definedBy("dev.gabion.cel..")
            .layer("controls")
            .definedBy("dev.gabion.controls..")
            .layer("report")
            .definedBy("dev.gabion.report..")
            .layer("cli")
            .definedBy("dev.gabion.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("controls")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("cel")
            .mayOnlyBeAccessedByLayers("controls")
            .whereLayer("finding")
            .mayOnlyBeAccessedByLayers("controls", "report", "cli")
            .whereLayer("kube")
            .mayOnlyBeAccessedByLayers("finding", "cel", "controls", "report", "cli");

    @ArchTest
    static final ArchRule packages_haveNoCycles =
            slices().matching("dev.gabion.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyCompilers_knowTheFrontEnd = noClasses()
            .that()
            .resideOutsideOfPackages("dev.gabion.cel.compile..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.cel..", "com.google.protobuf..", "com.google.common..");

    @ArchTest
    static final ArchRule onlyReaders_knowTheParsers = noClasses()
            .that()
            .resideOutsideOfPackage("dev.gabion.kube.read..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.snakeyaml..", "tools.jackson..");

    @ArchTest
    static final ArchRule nobody_opensASocket = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.Socket")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.ServerSocket")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.URLConnection")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.nio.channels.SocketChannel");

    @ArchTest
    static final ArchRule theScan_doesNotCompileControls = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.gabion.controls.scan..",
                    "dev.gabion.controls.engine..",
                    "dev.gabion.controls.catalogue..",
                    "dev.gabion.controls.framework..",
                    "dev.gabion.controls.exception..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.gabion.controls.compile..", "dev.gabion.cel.compile..");
}
