package dev.gabion.cel.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypes;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.gabion.cel.eval.CheckedExpression;

/** Compiles expressions for one environment. Reusable, and safe for use by several threads. */
public final class ExpressionCompiler {
    @SuppressWarnings("deprecation") // the validator that replaces homogeneous literals wants dev.cel's runtime
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .enableHomogeneousLiterals(true)
            .enableOptionalSyntax(true)
            .enableQuotedIdentifierSyntax(true)
            .build();

    private final Environment environment;
    private final CelCompiler compiler;

    public ExpressionCompiler(Environment environment) {
        this.environment = environment;
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addLibraries(KubernetesLibraries.standard(environment.minor(), OPTIONS))
                .addFunctionDeclarations(KubernetesLibraries.functions(environment.minor()))
                .setTypeProvider(KubernetesTypes.PROVIDER);
        for (int i = 0; i < environment.names().size(); i++) {
            builder.addVar(environment.names().get(i), type(environment.types().get(i)));
        }
        this.compiler = builder.build();
    }

    private static CelType type(VariableType type) {
        return switch (type) {
            case DYN -> SimpleType.DYN;
            case BOOL -> SimpleType.BOOL;
            case INT -> SimpleType.INT;
            case STRING -> SimpleType.STRING;
            case LIST -> ListType.create(SimpleType.DYN);
            case MAP -> MapType.create(SimpleType.STRING, SimpleType.DYN);
            case REQUEST -> KubernetesTypes.REQUEST;
            case NAMESPACE -> KubernetesTypes.NAMESPACE;
        };
    }

    /** Parses, checks and translates an expression. */
    public CheckedExpression compile(String source) throws CompileException {
        CelValidationResult result = compiler.compile(source);
        CelAbstractSyntaxTree tree;
        try {
            tree = result.getAst();
        } catch (CelValidationException e) {
            throw failure(result, e);
        }
        Translation translation = new Translation(environment, tree);
        return new CheckedExpression(
                source, translation.translate(), CelTypes.format(tree.getResultType()), translation.slots());
    }

    private static CompileException failure(CelValidationResult result, CelValidationException e) {
        for (CelIssue issue : result.getErrors()) {
            CelSourceLocation place = issue.getSourceLocation();
            return new CompileException(
                    Math.max(place.getLine(), 1),
                    place.getColumn() + 1,
                    issue.getMessage().replaceAll("\\s+", " "));
        }
        return new CompileException(1, 1, String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }
}
