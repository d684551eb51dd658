package dev.gabion.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class PrintersTest {
    static final List<String> FORMATS = Printers.NAMES;

    /** Loads this module's classes itself and notes which. */
    private static final class Watching extends URLClassLoader {
        private final Set<String> loaded = new TreeSet<>();

        Watching() {
            super(
                    new URL[] {
                        Printers.class.getProtectionDomain().getCodeSource().getLocation()
                    },
                    PrintersTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("dev.gabion.report.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                loaded.add(name.substring("dev.gabion.report.".length()));
                return known == null ? findClass(name) : known;
            }
        }
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void printer_ofAFormat_loadsNoOther(String format) throws ReflectiveOperationException, IOException {
        try (Watching loader = new Watching()) {
            Class<?> printers = loader.loadClass("dev.gabion.report.Printers");
            Class<?> options = loader.loadClass("dev.gabion.report.PrintOptions");
            Object printer = printers.getMethod("of", String.class, options)
                    .invoke(null, format, options.getField("PLAIN").get(null));

            assertThat(loader.loaded.stream().filter(name -> name.endsWith("Printer") && !name.equals("Printer")))
                    .containsExactly(printer.getClass().getSimpleName());
        }
    }

    @Test
    void names_areThoseOfTheContract() {
        assertThat(Printers.NAMES)
                .containsExactly("table", "json", "jsonl", "sarif", "junit", "html", "markdown", "csv", "gitlab");
    }

    @Test
    void name_nobodyKnows_hasNoPrinter() {
        assertThat(Printers.of("yaml", PrintOptions.PLAIN)).isNull();
    }
}
