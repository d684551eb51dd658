package dev.gabion.kube.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.gabion.kube.read.InputFinder.NoSuchPathException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputFinderTest {
    private final List<Problem> problems = new ArrayList<>();
    private final InputFinder finder = new InputFinder(problems::add);

    @TempDir
    Path temporary;

    Path root = Path.of("");

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(temporary.resolve("in"));
    }

    @Nested
    class Walking {
        @Test
        void manifests_areFoundInOrder_whateverTheirDepth() throws IOException {
            files(
                    "b.yaml",
                    "a.yml",
                    "c/d/e.json",
                    "c/b.yaml",
                    "README.md",
                    "x.yaml.bak",
                    "c/Makefile",
                    "yaml",
                    "C.YAML");
            assertThat(found(root)).containsExactly("a.yml", "b.yaml", "c/b.yaml", "c/d/e.json");
            assertThat(problems).isEmpty();
        }

        @Test
        void versionControlDirectories_areSkipped() throws IOException {
            files(
                    ".git/a.yaml",
                    ".hg/a.yaml",
                    ".svn/a.yaml",
                    ".bzr/a.yaml",
                    "CVS/a.yaml",
                    "x/.git/a.yaml",
                    ".github/a.yaml");
            assertThat(found(root)).containsExactly(".github/a.yaml");
        }

        @Test
        void ignoreFiles_holdForWhatLiesBelow() throws IOException {
            files("a.yaml", "b.yaml", "gen/a.yaml", "gen/sub/keep.yaml", "x/gen.yaml", "x/b.yaml");
            Files.writeString(root.resolve(".gabionignore"), "/b.yaml\ngen/*\n!gen/sub/\n");
            Files.writeString(root.resolve("x/.gabionignore"), "gen.yaml\n");
            assertThat(found(root)).containsExactly("a.yaml", "gen/sub/keep.yaml", "x/b.yaml");
        }

        @Test
        void ignoredDirectory_cannotBeReopenedFromWithin() throws IOException {
            files("gen/a.yaml");
            Files.writeString(root.resolve(".gabionignore"), "gen/\n!gen/a.yaml\n");
            assertThat(found(root)).isEmpty();
        }

        @Test
        void ignoreFileThatCannotBeUsed_isReported_andTheScanGoesOn() throws IOException {
            files("a.yaml", "x/b.yaml");
            Files.writeString(root.resolve("x/.gabionignore"), "b.yaml\n".repeat(1 << 20));
            assertThat(found(root)).containsExactly("a.yaml", "x/b.yaml");
            assertThat(problems)
                    .singleElement()
                    .returns("unreadable", Problem::code)
                    .returns(root + "/x/.gabionignore", Problem::file);
        }

        @Test
        void directoriesNestedBeyondReason_areReported() throws IOException {
            Path deep = root;
            for (int i = 0; i < 300; i++) {
                deep = deep.resolve("d");
            }
            Files.createDirectories(deep);
            Files.createFile(deep.resolve("a.yaml"));
            assertThat(found(root)).isEmpty();
            assertThat(problems).singleElement().returns("tooDeep", Problem::code);
        }

        @Test
        void unreadableDirectory_isReported() throws IOException {
            files("a.yaml", "closed/b.yaml");
            assumeFalse("root".equals(System.getProperty("user.name")), "not run: root may read everything");
            Files.setPosixFilePermissions(root.resolve("closed"), PosixFilePermissions.fromString("---------"));
            try {
                assertThat(found(root)).containsExactly("a.yaml");
            } finally {
                Files.setPosixFilePermissions(root.resolve("closed"), PosixFilePermissions.fromString("rwx------"));
            }
            assertThat(problems)
                    .singleElement()
                    .returns("unreadable", Problem::code)
                    .returns(Problem.Level.ERROR, Problem::level)
                    .returns(root + "/closed", Problem::file);
        }

        @Test
        void unreadableFile_isToldInWords() {
            assertThat(InputFinder.unreadable("a.yaml", new AccessDeniedException("/somewhere/a.yaml")))
                    .returns("cannot be read: permission denied", Problem::message)
                    .returns("a.yaml", Problem::file);
            assertThat(InputFinder.unreadable("a.yaml", new IOException("Is a directory"))
                            .message())
                    .isEqualTo("cannot be read: Is a directory");
        }

        @Test
        void chartTemplates_areMarked() throws IOException {
            files(
                    "shop/Chart.yaml",
                    "shop/values.yaml",
                    "shop/templates/a.yaml",
                    "shop/templates/sub/b.yaml",
                    "shop/charts/db/Chart.yaml",
                    "shop/charts/db/templates/c.yaml",
                    "templates/d.yaml");
            finder.add(root.toString());
            assertThat(finder.files().stream().filter(InputFile::chartTemplate).map(f -> name(f, root)))
                    .containsExactly(
                            "shop/charts/db/templates/c.yaml", "shop/templates/a.yaml", "shop/templates/sub/b.yaml");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"shop/templates", "shop/templates/sub", "shop/templates/sub/b.yaml", "shop/templates/**"})
        void chartTemplate_isMarked_howeverItIsNamed(String below) throws IOException {
            files("shop/Chart.yaml", "shop/templates/sub/b.yaml");
            finder.add(root + "/" + below);
            assertThat(finder.files()).singleElement().returns(true, InputFile::chartTemplate);
        }
    }

    @Nested
    class Links {
        @Test
        void linkOutOfTheRoot_isNotFollowed_andReported() throws IOException {
            Path outside = Files.createDirectory(temporary.resolve("outside"));
            Files.createFile(outside.resolve("secret.yaml"));
            files("a.yaml");
            Files.createSymbolicLink(root.resolve("dir"), outside);
            Files.createSymbolicLink(root.resolve("link.yaml"), outside.resolve("secret.yaml"));
            Files.createSymbolicLink(root.resolve("link.txt"), outside.resolve("secret.yaml"));

            assertThat(found(root)).containsExactly("a.yaml");
            assertThat(problems).extracting(Problem::code).containsOnly("linkOutsideRoot");
            assertThat(problems).extracting(Problem::level).containsOnly(Problem.Level.WARNING);
            assertThat(problems).extracting(Problem::file).containsExactly(root + "/dir", root + "/link.yaml");
        }

        @Test
        void linkWithinTheRoot_addsNothingTwice() throws IOException {
            files("a.yaml", "b/c.yaml");
            Files.createSymbolicLink(root.resolve("d.yaml"), root.resolve("a.yaml"));
            Files.createSymbolicLink(root.resolve("e"), root.resolve("b"));
            assertThat(found(root)).containsExactly("a.yaml", "b/c.yaml");
            assertThat(problems).isEmpty();
        }

        @Test
        void linkThatAloneNamesAManifest_isRead() throws IOException {
            files("a.template");
            Files.createSymbolicLink(root.resolve("a.yaml"), Path.of("a.template"));
            assertThat(found(root)).containsExactly("a.yaml");
        }

        @Test
        void loops_end() throws IOException {
            files("a/b.yaml");
            Files.createSymbolicLink(root.resolve("a/up"), root);
            Files.createSymbolicLink(root.resolve("self"), root.resolve("self"));
            assertThat(found(root)).containsExactly("a/b.yaml");
            assertThat(problems).extracting(Problem::code).containsExactly("danglingLink");
        }

        @Test
        void danglingLink_isToldOf() throws IOException {
            Files.createSymbolicLink(root.resolve("a.yaml"), root.resolve("nowhere"));
            assertThat(found(root)).isEmpty();
            assertThat(problems)
                    .singleElement()
                    .returns("danglingLink", Problem::code)
                    .returns(Problem.Level.INFO, Problem::level);
        }

        @Test
        void namedLink_isFollowed() throws IOException {
            Path outside = Files.createDirectory(temporary.resolve("outside"));
            Files.createFile(outside.resolve("b.yaml"));
            Files.createSymbolicLink(root.resolve("dir"), outside);
            finder.add(root.resolve("dir").toString());
            assertThat(finder.files()).extracting(InputFile::name).containsExactly(root + "/dir/b.yaml");
            assertThat(problems).isEmpty();
        }
    }

    @Nested
    class Arguments {
        @Test
        void namedFile_mayHaveAnyName() throws IOException {
            files("deploy.txt", "x/noextension");
            finder.add(root.resolve("deploy.txt").toString());
            finder.add(root.resolve("x/noextension").toString());
            assertThat(finder.files()).hasSize(2).allMatch(InputFile::named);
        }

        @Test
        void namedFile_isNotIgnored() throws IOException {
            files("a.yaml");
            Files.writeString(root.resolve(".gabionignore"), "*\n");
            finder.add(root.resolve("a.yaml").toString());
            assertThat(finder.files()).hasSize(1);
        }

        @Test
        void displayName_isTheArgumentJoinedWithThePathBelow() throws IOException {
            Path relative = Files.createTempDirectory(Path.of("target"), "finder");
            Files.createDirectories(relative.resolve("x"));
            Files.createFile(relative.resolve("x/a.yaml"));
            String name = relative.getFileName().toString();
            for (String argument :
                    List.of("target/" + name, "target/" + name + "/", "./target/" + name, "target//" + name)) {
                InputFinder own = new InputFinder(problems::add);
                own.add(argument);
                String expected = (argument.startsWith(".") ? "./" : "") + "target/" + name + "/x/a.yaml";
                assertThat(own.files()).extracting(InputFile::name).containsExactly(expected);
                assertThat(own.files().getFirst().named()).isFalse();
            }
        }

        @Test
        void workingDirectory_isNoPartOfTheName() throws IOException {
            Path relative = Files.createTempDirectory(Path.of("target"), "finder");
            Files.createFile(relative.resolve("a.yaml"));
            for (String argument : List.of(".", "./")) {
                InputFinder own = new InputFinder(problems::add);
                own.add(argument);
                assertThat(own.files()).extracting(InputFile::name).contains(relative + "/a.yaml");
            }
        }

        @Test
        void fileNamedTwice_isReadOnce_inItsFirstPlace() throws IOException {
            files("a.yaml", "b.yaml");
            finder.add(root.resolve("b.yaml").toString());
            finder.add(root.toString());
            finder.add(root + "/../" + root.getFileName() + "/a.yaml");
            finder.add("-");
            finder.add("-");
            assertThat(finder.files())
                    .extracting(f -> f.path() == null ? f.name() : name(f, root))
                    .containsExactly("b.yaml", "a.yaml", "<stdin>");
            assertThat(finder.files()).allMatch(InputFile::named);
        }

        @Test
        void dash_isStandardInput() throws IOException {
            finder.add("-");
            assertThat(finder.files())
                    .singleElement()
                    .returns(null, InputFile::path)
                    .returns(InputFile.STDIN, InputFile::name)
                    .returns(true, InputFile::named);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "nowhere",
                    "nowhere/a.yaml",
                    "nowhere/*.yaml",
                    "*.none",
                    "a[",
                    "[",
                    "{",
                    "a\u0000b",
                    "{a,b}.yaml",
                    ""
                })
        void pathThatLeadsNowhere_isAnError(String argument) {
            assertThatThrownBy(() -> finder.add(argument.isEmpty() ? root + "/none" : root + "/" + argument))
                    .isInstanceOf(NoSuchPathException.class)
                    .hasMessageStartingWith("no such file or directory: ");
            assertThat(finder.files()).isEmpty();
        }
    }

    @Nested
    class Globs {
        @BeforeEach
        void makeFiles() throws IOException {
            files("a.yaml", "b.yml", "c.txt", "x/a.yaml", "x/y/a.yaml", "x/y/b.json", ".git/a.yaml", "z[1].yaml");
        }

        @Test
        void star_staysInItsDirectory() throws IOException {
            assertThat(glob("*.yaml")).containsExactly("a.yaml", "z[1].yaml");
            assertThat(glob("x/*/a.*")).containsExactly("x/y/a.yaml");
        }

        @Test
        void doubleStar_meansAnyDepth_alsoNone() throws IOException {
            assertThat(glob("**/a.yaml")).containsExactly("a.yaml", "x/a.yaml", "x/y/a.yaml");
            assertThat(glob("x/**")).containsExactly("x/a.yaml", "x/y/a.yaml", "x/y/b.json");
        }

        @Test
        void braces_giveChoices() throws IOException {
            assertThat(glob("{a,b}.{yaml,yml}")).containsExactly("a.yaml", "b.yml");
        }

        @Test
        void directoryThatMatches_isWalked() throws IOException {
            assertThat(glob("x*")).containsExactly("x/a.yaml", "x/y/a.yaml", "x/y/b.json");
        }

        @Test
        void fileWhoseNameLooksLikeAGlob_isItself() throws IOException {
            assertThat(glob("z[1].yaml")).containsExactly("z[1].yaml");
        }

        @Test
        void globOfFilesFoundBefore_isNoError() throws IOException {
            finder.add(root.toString());
            assertThatCode(() -> finder.add(root + "/*.yaml")).doesNotThrowAnyException();
        }

        @Test
        void directoriesBelowThePattern_areNotEvenOpened() throws IOException {
            Files.createSymbolicLink(root.resolve("x/out"), temporary);
            assertThat(glob("*.yaml")).isNotEmpty();
            assertThat(problems).isEmpty();
        }

        private List<String> glob(String pattern) throws IOException {
            InputFinder own = new InputFinder(problems::add);
            own.add(root + "/" + pattern);
            return own.files().stream().map(f -> name(f, root)).toList();
        }
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
    }

    private List<String> found(Path directory) throws IOException {
        finder.add(directory.toString());
        return finder.files().stream().map(f -> name(f, directory)).toList();
    }

    private static String name(InputFile file, Path directory) {
        String prefix = directory + "/";
        assertThat(file.name()).startsWith(prefix);
        return file.name().substring(prefix.length());
    }
}
