package dev.gabion.cel.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an expression may use: the functions of a Kubernetes version and declared variables. A variable's slot is its
 * position.
 *
 * @param minor of the Kubernetes version whose functions are available, such as 36
 * @param fields of the variable of type {@link VariableType#VARIABLES}, by name, with their types as
 *     {@link dev.gabion.cel.eval.CheckedExpression#type} writes them
 */
public record Environment(int minor, List<String> names, List<VariableType> types, Map<String, String> fields) {
    public Environment {
        names = List.copyOf(names);
        types = List.copyOf(types);
        fields = Map.copyOf(fields);
    }

    public Environment(int minor, List<String> names, List<VariableType> types) {
        this(minor, names, types, Map.of());
    }

    /** Declares variables in the map's order. */
    public static Environment of(int minor, Map<String, VariableType> variables) {
        return new Environment(minor, new ArrayList<>(variables.keySet()), new ArrayList<>(variables.values()));
    }

    /** This environment, in which the policy has one variable more. Slots stay what they are. */
    public Environment withField(String name, String type) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(name, type);
        return new Environment(minor, names, types, more);
    }

    /** The slot of a declared variable, or -1. */
    public int slot(String name) {
        return names.indexOf(name);
    }
}
