package dev.gabion.cel.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.gabion.cel.eval.CheckedExpression;

/** Compiles expressions for one environment. Reusable, and safe for use by several threads. */
public final class ExpressionCompiler {
    private final Environment environment;
    private final CelCompiler compiler;

    public ExpressionCompiler(Environment environment) {
        this.environment = environment;
        int minor = environment.minor();
        Declarations declarations = KubernetesLibraries.declarations(minor);
        boolean optionals = KubernetesLibraries.hasOptionals(minor);
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(options(minor, optionals))
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addMacros(declarations.macros())
                .addFunctionDeclarations(declarations.functions())
                .setTypeProvider(KubernetesTypes.provider(environment.fields()));
        if (optionals) {
            builder.addVar("optional_type", TypeType.create(OptionalType.create(SimpleType.DYN)));
        }
        for (int i = 0; i < environment.names().size(); i++) {
            builder.addVar(environment.names().get(i), type(environment.types().get(i)));
        }
        this.compiler = builder.build();
    }

    @SuppressWarnings("deprecation") // the validator that replaces homogeneous literals wants dev.cel's runtime
    private static CelOptions options(int minor, boolean optionals) {
        return CelOptions.current()
                .enableHeterogeneousNumericComparisons(minor >= KubernetesLibraries.MIXED_COMPARISONS)
                .enableHomogeneousLiterals(true)
                .enableOptionalSyntax(optionals)
                .enableQuotedIdentifierSyntax(false)
                .build();
    }

    private CelType type(VariableType type) {
        return switch (type) {
            case DYN -> SimpleType.DYN;
            case BOOL -> SimpleType.BOOL;
            case INT -> SimpleType.INT;
            case STRING -> SimpleType.STRING;
            case LIST -> ListType.create(SimpleType.DYN);
            case MAP -> MapType.create(SimpleType.STRING, SimpleType.DYN);
            case REQUEST -> KubernetesTypes.REQUEST;
            case NAMESPACE -> KubernetesTypes.NAMESPACE;
            case VARIABLES -> KubernetesTypes.variables(environment.fields());
            case AUTHORIZER -> AuthorizerLibrary.AUTHORIZER;
            case RESOURCE_CHECK -> AuthorizerLibrary.RESOURCE_CHECK;
        };
    }

    /** Parses, checks and translates an expression. */
    public CheckedExpression compile(String source) throws CompileException {
        try {
            CelAbstractSyntaxTree tree = check(source);
            if (environment.minor() >= KubernetesLibraries.LITERAL_CHECKS) {
                new LiteralChecks(tree).run();
            }
            Translation translation = new Translation(environment, tree);
            return new CheckedExpression(
                    source, translation.translate(), TypeText.format(tree.getResultType()), translation.slots());
        } catch (StackOverflowError e) {
            // dev.cel checks by recursion, and bounds only what it parses by recursion.
            throw new CompileException(1, 1, "the expression is nested too deeply");
        }
    }

    private CelAbstractSyntaxTree check(String source) throws CompileException {
        CelValidationResult result = compiler.compile(source);
        try {
            return result.getAst();
        } catch (CelValidationException e) {
            throw failure(result, e);
        }
    }

    private static CompileException failure(CelValidationResult result, CelValidationException e) {
        for (CelIssue issue : result.getErrors()) {
            CelSourceLocation place = issue.getSourceLocation();
            return new CompileException(
                    Math.max(place.getLine(), 1), place.getColumn() + 1, oneLine(issue.getMessage()));
        }
        return new CompileException(1, 1, oneLine(String.valueOf(e.getMessage())));
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s+", " ");
    }
}
