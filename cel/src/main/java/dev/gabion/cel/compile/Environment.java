package dev.gabion.cel.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an expression may use: the functions of a Kubernetes version and declared variables. A variable's slot is its
 * position.
 *
 * @param minor of the Kubernetes version whose functions are available, such as 36
 */
public record Environment(int minor, List<String> names, List<VariableType> types) {
    public Environment {
        names = List.copyOf(names);
        types = List.copyOf(types);
    }

    /** Declares variables in the map's order. */
    public static Environment of(int minor, Map<String, VariableType> variables) {
        return new Environment(minor, new ArrayList<>(variables.keySet()), new ArrayList<>(variables.values()));
    }

    /** The slot of a declared variable, or -1. */
    public int slot(String name) {
        return names.indexOf(name);
    }
}
