package dev.gabion.cli;

import dev.gabion.kube.read.InputFile;
import dev.gabion.kube.read.InputFinder;
import dev.gabion.kube.read.Problem;
import dev.gabion.report.FileSources;
import dev.gabion.report.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files a command was given, found before they are read. */
final class Inputs {
    private final List<Problem> problems = new ArrayList<>();
    private final List<InputFile> files;

    Inputs(List<String> paths) throws IOException, UsageException {
        InputFinder finder = new InputFinder(problems::add);
        for (String path : paths) {
            try {
                finder.add(path);
            } catch (InputFinder.NoSuchPathException e) {
                throw new UsageException(e.getMessage() + "; check the path");
            }
        }
        this.files = finder.files();
    }

    List<InputFile> files() {
        return files;
    }

    /** What could not be walked. */
    List<Problem> problems() {
        return problems;
    }

    /** Lines to quote from the files as they are now. */
    Sources quotes() {
        Map<String, Path> named = new HashMap<>();
        for (InputFile file : files) {
            Path path = file.path();
            if (path != null) {
                named.put(file.name(), path);
            }
        }
        return new FileSources(named);
    }
}
