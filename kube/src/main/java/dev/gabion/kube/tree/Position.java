package dev.gabion.kube.tree;

/** A place in a file, as an editor shows it: line and column count from 1, columns in Unicode code points. */
public record Position(int line, int column) {
    /** Where every file begins. */
    public static final Position FIRST = new Position(1, 1);
}
