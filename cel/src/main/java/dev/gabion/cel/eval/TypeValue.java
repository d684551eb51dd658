package dev.gabion.cel.eval;

/** A type as a value, such as {@code int} or what {@code type(x)} gives. */
public record TypeValue(String name) {}
