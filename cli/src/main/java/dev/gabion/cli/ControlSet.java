package dev.gabion.cli;

import dev.gabion.controls.catalogue.Catalogue;
import dev.gabion.controls.catalogue.Control;
import dev.gabion.controls.framework.Framework;
import dev.gabion.controls.framework.PolicyVersion;
import dev.gabion.controls.framework.Selection;
import dev.gabion.finding.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The controls of a command: Gabion's own, those of the user, and the choice among them. */
final class ControlSet {
    private ControlSet() {}

    static Catalogue catalogue(Home home, Arguments arguments, Terminal terminal) throws IOException, UsageException {
        Catalogue own = home.catalogue();
        if (!arguments.has("controls")) {
            return own;
        }
        List<Control> all = new ArrayList<>(own.controls());
        all.addAll(UserControls.require(arguments.all("controls"), home.schema(), terminal));
        try {
            return new Catalogue(all);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    static List<Framework> frameworks(Home home, Arguments arguments) throws IOException, UsageException {
        List<Framework> frameworks = new ArrayList<>();
        for (String id : arguments.all("framework")) {
            frameworks.add(home.framework(id));
        }
        return frameworks;
    }

    static Selection selection(
            Arguments arguments, Configuration configuration, List<Framework> frameworks, Catalogue catalogue)
            throws UsageException {
        String word = arguments.one("severity");
        Severity minimum = word == null ? null : Severity.of(word);
        if (word != null && minimum == null) {
            throw new UsageException("--severity wants critical, high, medium, low or info, not " + word);
        }
        Selection selection = new Selection(
                frameworks,
                arguments.all("control"),
                arguments.all("skip"),
                minimum,
                policyVersion(arguments),
                configuration.params());
        String fault = selection.fault(catalogue);
        if (fault != null) {
            throw new UsageException(fault);
        }
        return selection;
    }

    /** {@code latest} is the newest policy of the cluster meant, if one is meant. */
    static PolicyVersion policyVersion(Arguments arguments) throws UsageException {
        String text = arguments.one("pss-version");
        PolicyVersion version;
        try {
            version = text == null ? PolicyVersion.NEWEST : PolicyVersion.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--pss-version: " + e.getMessage());
        }
        String cluster = arguments.one("kubernetes-version");
        return cluster == null || (text != null && !text.equals("latest")) ? version : version.atMost(minor(cluster));
    }

    /** The minor of a version such as {@code v1.36} or {@code 1.36.4}. */
    static int minor(String version) throws UsageException {
        String text = version.startsWith("v") ? version.substring(1) : version;
        String[] parts = text.split("\\.", -1);
        if (parts.length >= 2 && parts[0].equals("1")) {
            try {
                return Integer.parseInt(parts[1]);
            } catch (NumberFormatException e) {
                // told below
            }
        }
        throw new UsageException("--kubernetes-version wants a version such as v1.36, not " + version);
    }
}
