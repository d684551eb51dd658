package dev.gabion.cel.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Checks a literal format string against the static types of its arguments. */
final class FormatCheck {
    private static final Set<CelKind> INTEGERS = EnumSet.of(CelKind.INT, CelKind.UINT);
    /** Texts pass, for some of them name special numbers. */
    private static final Set<CelKind> NUMBERS = EnumSet.of(CelKind.DOUBLE, CelKind.STRING);

    private static final Set<CelKind> BITS = EnumSet.of(CelKind.INT, CelKind.UINT, CelKind.BOOL);
    private static final Set<CelKind> HEXADECIMAL =
            EnumSet.of(CelKind.INT, CelKind.UINT, CelKind.STRING, CelKind.BYTES);
    private static final Set<CelKind> PRINTABLE = EnumSet.of(
            CelKind.LIST,
            CelKind.MAP,
            CelKind.INT,
            CelKind.UINT,
            CelKind.DOUBLE,
            CelKind.BOOL,
            CelKind.STRING,
            CelKind.TIMESTAMP,
            CelKind.BYTES,
            CelKind.DURATION,
            CelKind.TYPE,
            CelKind.NULL_TYPE);

    private final CelAbstractSyntaxTree tree;
    private final CelExpr call;
    private final List<CelExpr> args;
    private int used;

    FormatCheck(CelAbstractSyntaxTree tree, CelExpr call, List<CelExpr> args) {
        this.tree = tree;
        this.call = call;
        this.args = args;
    }

    void run(String format) throws CompileException {
        int i = 0;
        while (i < format.length()) {
            if (format.charAt(i) != '%') {
                i++;
            } else if (format.startsWith("%%", i)) {
                i += 2;
            } else {
                i = clause(format, i + 1);
            }
        }
        if (used < args.size()) {
            throw Places.fault(
                    tree,
                    call,
                    "too many arguments supplied to string.format (expected " + used + ", got " + args.size() + ")");
        }
    }

    private int clause(String format, int from) throws CompileException {
        if (used >= args.size()) {
            throw Places.fault(tree, call, "index " + used + " out of range");
        }
        CelExpr arg = args.get(used++);
        int at = from;
        if (format.startsWith(".", at)) {
            at++;
            while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
                at++;
            }
            if (at == from + 1) {
                throw Places.fault(tree, arg, "could not parse formatting clause: error while parsing precision");
            }
        }
        if (at >= format.length()) {
            throw Places.fault(tree, call, "unexpected end of string");
        }
        char verb = format.charAt(at);
        Set<CelKind> allowed = switch (verb) {
            case 's' -> PRINTABLE;
            case 'd', 'o' -> INTEGERS;
            case 'f', 'e' -> NUMBERS;
            case 'b' -> BITS;
            case 'x', 'X' -> HEXADECIMAL;
            default ->
                throw Places.fault(
                        tree,
                        arg,
                        "could not parse formatting clause: unrecognized formatting clause \"" + verb + "\"");
        };
        fits(arg, verb, allowed);
        return at + 1;
    }

    /** What is printed as text is looked at as deep as the literal goes. */
    private void fits(CelExpr arg, char verb, Set<CelKind> allowed) throws CompileException {
        CelKind kind = tree.getType(arg.id()).map(t -> t.kind()).orElse(CelKind.DYN);
        if (kind != CelKind.DYN && kind != CelKind.TYPE_PARAM && !allowed.contains(kind)) {
            String type = tree.getType(arg.id()).map(t -> t.name()).orElse("dyn");
            throw Places.fault(tree, arg, "error during formatting: %" + verb + " cannot take " + type);
        }
        if (verb == 's' && arg.getKind() == CelExpr.ExprKind.Kind.LIST) {
            for (CelExpr item : arg.list().elements()) {
                fits(item, verb, allowed);
            }
        }
        if (verb == 's' && arg.getKind() == CelExpr.ExprKind.Kind.MAP) {
            for (CelExpr.CelMap.Entry entry : arg.map().entries()) {
                fits(entry.key(), verb, allowed);
                fits(entry.value(), verb, allowed);
            }
        }
    }
}
