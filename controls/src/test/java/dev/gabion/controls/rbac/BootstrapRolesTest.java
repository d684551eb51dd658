package dev.gabion.controls.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.controls.catalogue.Catalogue;
import dev.gabion.controls.check.JavaChecks;
import dev.gabion.controls.compile.CatalogueCompiler;
import dev.gabion.controls.compile.ControlCompiler;
import dev.gabion.controls.engine.ActiveControl;
import dev.gabion.controls.framework.Selection;
import dev.gabion.controls.scan.ExceptionRules;
import dev.gabion.controls.scan.ScanOptions;
import dev.gabion.controls.scan.ScanResult;
import dev.gabion.controls.scan.Scanner;
import dev.gabion.kube.read.InputFile;
import dev.gabion.kube.schema.Schema;
import dev.gabion.testing.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles and bindings every cluster has must not alarm; the same rights under another name must. */
class BootstrapRolesTest {
    private static final Path SUBSET = Path.of("src/test/rbac/bootstrap-subset.yaml");

    @TempDir
    Path directory;

    @Test
    void ownSubset_raisesNothing() throws Exception {
        assertThat(findings(SUBSET)).isEmpty();
    }

    @Test
    void ownSubset_underOtherNames_alarms() throws Exception {
        String renamed =
                Files.readString(SUBSET).replace("system:", "acme:").replace("name: admin", "name: acme-admin");
        assertThat(findings(Files.writeString(directory.resolve("renamed.yaml"), renamed)))
                .contains("GBN-RBAC-021 acme:kube-controller-manager", "GBN-RBAC-012 acme-admin");
    }

    @Test
    void rolesOfAnApiServer_raiseNothing() throws Exception {
        Path packed = TestData.file("bootstrap-rbac-v1.36.json.xz");
        Path plain = directory.resolve("bootstrap.json");
        Process xz = new ProcessBuilder("xz", "-dc", packed.toString())
                .redirectOutput(plain.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(xz.waitFor()).isZero();
        assertThat(findings(plain)).isEmpty();
    }

    private static List<String> findings(Path file) throws Exception {
        Catalogue catalogue = new Catalogue(new CatalogueCompiler(true)
                .compile("src/main/catalogue/rbac").stream()
                        .map(ControlCompiler.Compiled::control)
                        .toList());
        List<ActiveControl> active = Selection.ALL.of(catalogue);
        Schema schema = Schema.load(Path.of("../kube/src/main/schema/fields-v1.36.txt"));
        ScanOptions options = new ScanOptions(ScanOptions.DEFAULT.limits(), null, 1, 10_000_000_000L, false, 10_000);
        Scanner scanner =
                new Scanner(active, JavaChecks::of, schema, options, ExceptionRules.NONE, (documents, read) -> {});
        return scan(scanner, new InputFile(file, file.getFileName().toString(), true, false));
    }

    private static List<String> scan(Scanner scanner, InputFile input) throws IOException {
        List<String> found = new ArrayList<>();
        try (ScanResult result = scanner.scan(List.of(input))) {
            assertThat(result.objects()).isPositive();
            result.findings()
                    .forEach(f -> found.add(f.control() + " " + f.object().name()));
        }
        return found;
    }
}
