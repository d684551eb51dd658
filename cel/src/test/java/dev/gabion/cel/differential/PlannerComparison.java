package dev.gabion.cel.differential;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.gabion.cel.compile.CompileException;
import dev.gabion.cel.compile.LooseCompiler;
import dev.gabion.cel.eval.CelError;
import dev.gabion.cel.eval.CheckedExpression;
import dev.gabion.cel.eval.EvaluationStopped;
import dev.gabion.cel.eval.Frame;
import dev.gabion.cel.eval.TestValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks dev.cel's planner runtime and our evaluator the same question. Both use their own macros and declarations; the
 * answers agree when both are errors or both are the same value of the same type. Functions only Kubernetes has are not
 * for this comparison: dev.cel does not know them.
 */
public final class PlannerComparison {
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .enableOptionalSyntax(true)
            .errorOnDuplicateMapKeys(false)
            .build();

    private final Cel planner;
    private final LooseCompiler ours;
    private final List<String> names;

    /** Compares expressions about the variables. */
    public PlannerComparison(Map<String, CelType> variables) {
        CelBuilder builder = CelFactory.plannerCelBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addCompilerLibraries(
                        CelExtensions.optional(),
                        CelExtensions.strings(),
                        CelExtensions.lists(),
                        CelExtensions.sets(OPTIONS),
                        CelExtensions.comprehensions())
                .addRuntimeLibraries(
                        CelExtensions.optional(),
                        CelExtensions.strings(),
                        CelExtensions.lists(),
                        CelExtensions.sets(OPTIONS),
                        CelExtensions.comprehensions());
        variables.forEach(builder::addVar);
        this.planner = builder.build();
        this.ours = new LooseCompiler("", variables, List.of());
        this.names = List.copyOf(variables.keySet());
    }

    /**
     * What the two answer differently, or null. An expression that type-checks but that the API server would refuse, for
     * it converts a literal that cannot be, is not compared, nor are the order of NaN and an entry inserted twice.
     *
     * @param bindings values as our evaluator has them, such as {@link dev.gabion.cel.eval.Values#of} gives
     */
    public @Nullable String difference(String source, Map<String, Object> bindings) {
        Object theirs = theirs(source, bindings);
        Object mine = mine(source, bindings);
        if (mine == null) {
            return null;
        }
        boolean same = (theirs instanceof Failure a && mine instanceof Failure b)
                ? a.compiled == b.compiled
                : !(theirs instanceof Failure || mine instanceof Failure) && TestValues.same(theirs, mine);
        return same ? null : source + " is " + mine + " here and " + theirs + " there, with " + bindings;
    }

    /** No value; texts of errors are not compared. */
    private record Failure(boolean compiled, String text) {}

    private Object theirs(String source, Map<String, Object> bindings) {
        CelAbstractSyntaxTree tree;
        try {
            tree = planner.compile(source).getAst();
        } catch (CelValidationException e) {
            return new Failure(false, String.valueOf(e.getMessage()));
        }
        Map<String, Object> converted = new LinkedHashMap<>();
        bindings.forEach((name, value) -> converted.put(name, PlannerValues.ofOurs(value)));
        try {
            return PlannerValues.toOurs(planner.createProgram(tree).eval(converted));
        } catch (CelEvaluationException e) {
            return new Failure(true, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Object mine(String source, Map<String, Object> bindings) {
        CheckedExpression expression;
        try {
            expression = ours.compile(source);
        } catch (CelValidationException e) {
            return new Failure(false, String.valueOf(e.getMessage()));
        } catch (CompileException e) {
            return null;
        }
        Frame frame = new Frame();
        for (int slot = 0; slot < names.size(); slot++) {
            frame.set(slot, bindings.get(names.get(slot)));
        }
        try {
            Object value = expression.eval(frame);
            return value instanceof CelError e ? failure(e) : value;
        } catch (EvaluationStopped e) {
            return new Failure(true, e.toString());
        }
    }

    /** Null where dev.cel has a value for what the API server's CEL refuses. */
    private static @Nullable Failure failure(CelError error) {
        return error.message().startsWith("NaN values") || error.message().startsWith("insert failed")
                ? null
                : new Failure(true, error.toString());
    }
}
