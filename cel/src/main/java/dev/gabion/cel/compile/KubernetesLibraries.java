package dev.gabion.cel.compile;

import java.util.List;

/**
 * Which libraries an expression may use, by Kubernetes version. A version is the minor whose API server evaluates; new
 * policies compile against the one before. A new library is one class and one line here. Source: admission
 * specification, section 2.2, and the reference vectors.
 */
final class KubernetesLibraries {
    /** From this version on numbers of different types can be ordered. */
    static final int MIXED_COMPARISONS = 28;

    /** From this version on literals are checked beyond their types. */
    static final int LITERAL_CHECKS = 29;

    private static final int OPTIONALS = 28;

    private record Entry(int since, Library library) {}

    private static final List<Entry> ALL = List.of(
            new Entry(0, StringLibrary::basic),
            new Entry(29, StringLibrary::formatting),
            new Entry(0, ListLibrary::basic),
            new Entry(34, ListLibrary::transforming),
            new Entry(37, ListLibrary::includes),
            new Entry(0, RegexLibrary::declare),
            new Entry(0, UrlLibrary::declare),
            new Entry(0, AuthorizerLibrary::declare),
            new Entry(OPTIONALS, OptionalLibrary::declare),
            new Entry(28, QuantityLibrary::declare),
            new Entry(29, SetLibrary::declare),
            new Entry(30, IpLibrary::declare),
            new Entry(30, CidrLibrary::declare),
            new Entry(31, FormatLibrary::declare),
            new Entry(32, TwoVariableLibrary::declare),
            new Entry(33, SemverLibrary::declare));

    private KubernetesLibraries() {}

    static boolean hasOptionals(int minor) {
        return minor >= OPTIONALS;
    }

    static Declarations declarations(int minor) {
        Declarations declarations = new Declarations();
        for (Entry entry : ALL) {
            if (minor >= entry.since) {
                entry.library.declare(declarations);
            }
        }
        return declarations;
    }
}
