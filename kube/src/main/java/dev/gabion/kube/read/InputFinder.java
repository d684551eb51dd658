package dev.gabion.kube.read;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns the paths of a command line into files, in a stable order. Directories are walked; links are not followed, for
 * what they point at inside the root is met anyway and what lies outside is none of the scan's business. Only a link
 * that alone gives a file the name of a manifest is read.
 */
public final class InputFinder {
    private static final Set<String> VERSION_CONTROL = Set.of(".git", ".hg", ".svn", ".bzr", "CVS");
    private static final int MAX_DEPTH = 256;

    private final Consumer<Problem> problems;
    private final Map<String, InputFile> found = new LinkedHashMap<>();
    private int met;

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
            found.putIfAbsent(InputFile.STDIN, InputFile.stdin());
            return;
        }
        Path path;
        try {
            path = Path.of(argument);
        } catch (InvalidPathException e) {
            throw new NoSuchPathException(argument);
        }
        if (Files.isDirectory(path)) {
            Path root = name(path).equals(".") ? Path.of("") : path;
            walk(root, new Walk(path.toRealPath(), null, MAX_DEPTH));
        } else if (Files.exists(path)) {
            add(new InputFile(path, name(path), true, chartAround(path)));
        } else if (!globs(name(path))) {
            throw new NoSuchPathException(argument);
        }
    }

    /** Every file once, in the order of the arguments and sorted by path within each. */
    public List<InputFile> files() {
        return List.copyOf(found.values());
    }

    private void add(InputFile file) {
        met++;
        Path path = Objects.requireNonNull(file.path());
        String key = path.toAbsolutePath().normalize().toString();
        found.merge(key, file, (known, again) -> again.named() && !known.named() ? known.asNamed() : known);
    }

    /** One walk through a directory: its real place, and the pattern files have to match. */
    private record Walk(Path root, @Nullable Glob glob, int levels) {
        boolean takes(Path path) {
            return glob == null || glob.matches(name(path));
        }

        /** The same walk below a directory that matches the pattern as a whole. */
        Walk everything() {
            return new Walk(root, null, MAX_DEPTH);
        }
    }

    private void walk(Path directory, Walk walk) {
        directory(directory, walk, null, chartAround(directory), 0);
    }

    private void directory(Path directory, Walk walk, @Nullable IgnoreRules outer, boolean inTemplates, int depth) {
        if (depth > MAX_DEPTH) {
            problems.accept(Problem.error(
                    "tooDeep", name(directory), "directories nested deeper than " + MAX_DEPTH, "scan a folder below"));
            return;
        }
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            stream.forEach(entries::add);
        } catch (IOException e) {
            problems.accept(unreadable(name(directory), e));
            return;
        } catch (DirectoryIteratorException e) {
            problems.accept(unreadable(name(directory), Objects.requireNonNull(e.getCause())));
            return;
        }
        entries.sort(Comparator.comparing(InputFinder::name));
        IgnoreRules rules = rules(directory, outer);
        boolean chart = Files.isRegularFile(directory.resolve("Chart.yaml"));
        for (Path entry : entries) {
            entry(entry, walk, rules, inTemplates, chart, depth);
        }
    }

    private @Nullable IgnoreRules rules(Path directory, @Nullable IgnoreRules outer) {
        try {
            return IgnoreRules.in(directory, outer);
        } catch (IOException e) {
            problems.accept(unreadable(name(directory.resolve(IgnoreRules.FILE)), e));
            return outer;
        }
    }

    private void entry(
            Path entry, Walk walk, @Nullable IgnoreRules rules, boolean inTemplates, boolean chart, int depth) {
        boolean isLink = Files.isSymbolicLink(entry);
        boolean isDirectory = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
        if (rules != null && rules.ignores(entry, isDirectory)) {
            return;
        }
        String own = String.valueOf(entry.getFileName());
        if (isLink) {
            link(entry, walk, inTemplates);
        } else if (isDirectory) {
            boolean taken = walk.takes(entry);
            if (!VERSION_CONTROL.contains(own) && (taken || depth + 1 < walk.levels)) {
                boolean templates = inTemplates || (chart && own.equals("templates"));
                directory(entry, taken ? walk.everything() : walk, rules, templates, depth + 1);
            }
        } else if (isManifest(own) && walk.takes(entry) && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
            add(new InputFile(entry, name(entry), false, inTemplates));
        }
    }

    private void link(Path link, Walk walk, boolean inTemplates) {
        if (!walk.takes(link)) {
            return;
        }
        Path target;
        try {
            target = link.toRealPath();
        } catch (IOException e) {
            problems.accept(new Problem(
                    Problem.Level.INFO, "danglingLink", name(link), 0, 0, "the link leads nowhere", "remove it"));
            return;
        }
        boolean manifest = isManifest(String.valueOf(link.getFileName()));
        if (target.startsWith(walk.root)) {
            if (manifest && Files.isRegularFile(target) && !isManifest(String.valueOf(target.getFileName()))) {
                add(new InputFile(link, name(link), false, inTemplates));
            }
        } else if (manifest || Files.isDirectory(target)) {
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

    private boolean globs(String pattern) throws IOException {
        if (pattern.chars().noneMatch(c -> "*?[{".indexOf(c) >= 0)) {
            return false;
        }
        int before = met;
        for (String one : Glob.alternatives(pattern)) {
            glob(one);
        }
        return met > before;
    }

    private void glob(String pattern) throws IOException {
        int meta = 0;
        while (meta < pattern.length() && "*?[".indexOf(pattern.charAt(meta)) < 0) {
            meta++;
        }
        String parent = pattern.substring(0, pattern.lastIndexOf('/', meta) + 1);
        Path base = Path.of(parent);
        if (Files.isDirectory(base)) {
            Glob glob = Glob.parse(pattern);
            int above = (int) parent.chars().filter(c -> c == '/').count();
            walk(base, new Walk(base.toRealPath(), glob, glob.levels() - above));
        }
    }

    /** Whether some directory above is the {@code templates} directory of a chart. */
    private static boolean chartAround(Path path) {
        for (Path at = path.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            Path parent = at.getParent();
            if (parent != null && at.endsWith("templates") && Files.isRegularFile(parent.resolve("Chart.yaml"))) {
                return true;
            }
        }
        return false;
    }

    /** How a file or directory that cannot be opened is reported. */
    public static Problem unreadable(String name, IOException e) {
        String why = e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
        return Problem.error("unreadable", name, "cannot be read: " + why, "check its permissions");
    }

    private static String name(Path path) {
        String name = path.toString().replace('\\', '/');
        return name.isEmpty() ? "." : name;
    }
}
