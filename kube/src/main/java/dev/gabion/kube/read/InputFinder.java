package dev.gabion.kube.read;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns the paths of a command line into files, in a stable order. Directories are walked; links are not followed, for
 * what they point at inside the root is met anyway and what lies outside is none of the scan's business.
 */
public final class InputFinder {
    private static final Set<String> VERSION_CONTROL = Set.of(".git", ".hg", ".svn", ".bzr", "CVS");
    private static final int MAX_DEPTH = 256;

    private final Consumer<Problem> problems;
    private final List<InputFile> found = new ArrayList<>();

    public InputFinder(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /** A path of the command line that leads nowhere. */
    public static final class NoSuchPathException extends IOException {
        NoSuchPathException(String path) {
            super("no such file or directory: " + path);
        }
    }

    /** Adds what one argument stands for: a file, a directory, a glob, or {@code -} for standard input. */
    public void add(String argument) throws IOException {
        if (argument.equals("-")) {
            found.add(InputFile.stdin());
            return;
        }
        Path path;
        try {
            path = Path.of(argument);
        } catch (InvalidPathException e) {
            throw new NoSuchPathException(argument);
        }
        if (Files.isDirectory(path)) {
            Path root = argument.equals(".") || argument.equals("./") ? Path.of("") : path;
            directory(
                    root,
                    path.toRealPath(),
                    null,
                    chartAround(path.toAbsolutePath().normalize()),
                    0);
        } else if (Files.exists(path)) {
            found.add(new InputFile(
                    path, name(path), true, chartAround(path.toAbsolutePath().normalize())));
        } else if (!glob(argument)) {
            throw new NoSuchPathException(argument);
        }
    }

    /** Every file once, in the order of the arguments and sorted by path within each. */
    public List<InputFile> files() {
        return List.copyOf(found);
    }

    private void directory(Path directory, Path root, @Nullable IgnoreRules outer, boolean inTemplates, int depth)
            throws IOException {
        if (depth > MAX_DEPTH) {
            problems.accept(Problem.error(
                    "tooDeep", name(directory), "directories nested deeper than " + MAX_DEPTH, "scan a folder below"));
            return;
        }
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            stream.forEach(entries::add);
        } catch (IOException e) {
            unreadable(directory, e);
            return;
        }
        entries.sort(Comparator.comparing(InputFinder::name));
        IgnoreRules rules = IgnoreRules.in(directory, outer);
        boolean chart = Files.isRegularFile(directory.resolve("Chart.yaml"));
        for (Path entry : entries) {
            entry(entry, root, rules, inTemplates, chart, depth);
        }
    }

    private void entry(
            Path entry, Path root, @Nullable IgnoreRules rules, boolean inTemplates, boolean chart, int depth)
            throws IOException {
        if (Files.isSymbolicLink(entry)) {
            link(entry, root);
            return;
        }
        boolean isDirectory = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
        if (rules != null && rules.ignores(entry, isDirectory)) {
            return;
        }
        String own = String.valueOf(entry.getFileName());
        if (isDirectory) {
            if (!VERSION_CONTROL.contains(own)) {
                directory(entry, root, rules, inTemplates || (chart && own.equals("templates")), depth + 1);
            }
        } else if (isManifest(own) && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
            found.add(new InputFile(entry, name(entry), false, inTemplates));
        }
    }

    private void link(Path link, Path root) {
        Path target;
        try {
            target = link.toRealPath();
        } catch (IOException e) {
            problems.accept(new Problem(
                    Problem.Level.INFO, "danglingLink", name(link), 0, 0, "the link leads nowhere", "remove it"));
            return;
        }
        if (!target.startsWith(root) && (Files.isDirectory(target) || isManifest(String.valueOf(link.getFileName())))) {
            problems.accept(new Problem(
                    Problem.Level.WARNING,
                    "linkOutsideRoot",
                    name(link),
                    0,
                    0,
                    "the link leads out of the scanned directory and was not followed",
                    "name its target on the command line to scan it"));
        }
    }

    static boolean isManifest(String fileName) {
        return fileName.endsWith(".yaml") || fileName.endsWith(".yml") || fileName.endsWith(".json");
    }

    private boolean glob(String argument) throws IOException {
        int meta = 0;
        while (meta < argument.length() && "*?[{".indexOf(argument.charAt(meta)) < 0) {
            meta++;
        }
        if (meta == argument.length()) {
            return false;
        }
        String parent = argument.substring(0, argument.lastIndexOf('/', meta) + 1);
        Path base = Path.of(parent);
        if (!Files.isDirectory(base)) {
            return false;
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + argument);
        InputFinder below = new InputFinder(problems);
        below.directory(
                base, base.toRealPath(), null, chartAround(base.toAbsolutePath().normalize()), 0);
        int before = found.size();
        for (InputFile file : below.found) {
            if (file.path() != null && matcher.matches(file.path())) {
                found.add(file);
            }
        }
        return found.size() > before;
    }

    /** Whether some directory above is the {@code templates} directory of a chart. */
    private static boolean chartAround(Path path) {
        for (Path at = path; at != null; at = at.getParent()) {
            Path parent = at.getParent();
            if (parent != null && at.endsWith("templates") && Files.isRegularFile(parent.resolve("Chart.yaml"))) {
                return true;
            }
        }
        return false;
    }

    private void unreadable(Path path, IOException e) {
        problems.accept(unreadable(name(path), e));
    }

    /** How a file or directory that cannot be opened is reported. */
    public static Problem unreadable(String name, IOException e) {
        String why =
                e instanceof java.nio.file.AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
        return Problem.error("unreadable", name, "cannot be read: " + why, "check its permissions");
    }

    private static String name(Path path) {
        return path.toString().replace('\\', '/');
    }
}
