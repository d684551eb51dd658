package dev.gabion.cel.compile;

/** The static types a declared variable can have. */
public enum VariableType {
    DYN,
    BOOL,
    INT,
    STRING,
    LIST,
    MAP,
    /** The admission request, a struct of fixed fields. */
    REQUEST,
    /** A Namespace reduced to what policies may see, a struct of fixed fields. */
    NAMESPACE,
    /** The policy's own variables, a struct with the fields the environment names. */
    VARIABLES,
    /** {@code authorizer}. */
    AUTHORIZER,
    /** {@code authorizer.requestResource}. */
    RESOURCE_CHECK
}
