package dev.gabion.controls.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.controls.compile.CatalogueCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** {@code docs/peer-checks.csv} maps each check of other tools to controls of ours, or says why there is none. */
class PeerChecksTest {
    private static final Path OURS = Path.of("../docs/peer-checks.csv");

    @Test
    void controlsNamed_exist() throws Exception {
        Set<String> known = new HashSet<>();
        new CatalogueCompiler(true)
                .compile("src/main/catalogue")
                .forEach(c -> known.add(c.control().id()));
        for (List<String> line : lines(OURS)) {
            for (String control :
                    line.get(3).isEmpty() ? new String[0] : line.get(3).split(";", -1)) {
                assertThat(known).as(String.valueOf(line)).contains(control);
            }
        }
    }

    @Test
    void everyCheckOfThePeers_hasALine() throws IOException {
        Path theirs = data().resolve("peer-checks.csv");
        if (!Files.exists(theirs)) {
            String message = "not run: needs third-party data peer-checks.csv (set GABION_DATA)";
            assertThat(System.getenv("GABION_DATA_REQUIRED")).as(message).isNull();
            System.out.println(message);
            Assumptions.abort(message);
        }
        Set<String> listed = new HashSet<>();
        lines(OURS).forEach(l -> listed.add(l.get(0) + " " + l.get(1)));
        for (List<String> line : lines(theirs)) {
            assertThat(listed).contains(line.get(0) + " " + line.get(2));
        }
    }

    private static Path data() {
        String set = System.getenv("GABION_DATA");
        return set == null ? Path.of("../../shared/data") : Path.of(set);
    }

    /** The lines after the header, in fields; a quoted field may hold commas. */
    private static List<List<String>> lines(Path csv) throws IOException {
        List<List<String>> all = new ArrayList<>();
        for (String line : Files.readAllLines(csv)) {
            List<String> fields = new ArrayList<>();
            StringBuilder field = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '"') {
                    quoted = !quoted;
                } else if (c == ',' && !quoted) {
                    fields.add(field.toString());
                    field.setLength(0);
                } else {
                    field.append(c);
                }
            }
            fields.add(field.toString());
            all.add(fields);
        }
        return all.subList(1, all.size());
    }
}
