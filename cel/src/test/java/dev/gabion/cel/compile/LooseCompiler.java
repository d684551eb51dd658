package dev.gabion.cel.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelContainer;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.gabion.cel.eval.CheckedExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The front end without what Kubernetes forbids on top of CEL: literals may mix types, names may be quoted and have a
 * container, and variables can be of any type. For tests of the language itself.
 */
public final class LooseCompiler {
    private final CelCompiler compiler;
    private final Environment environment;

    public LooseCompiler(String container, Map<String, CelType> variables, List<CelFunctionDecl> functions) {
        Declarations declarations = KubernetesLibraries.declarations(36);
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(CelOptions.current()
                        .enableHeterogeneousNumericComparisons(true)
                        .enableOptionalSyntax(true)
                        .enableQuotedIdentifierSyntax(true)
                        .build())
                .setContainer(CelContainer.ofName(container))
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addMacros(declarations.macros())
                .addFunctionDeclarations(declarations.functions())
                .addFunctionDeclarations(functions)
                .addVar("optional_type", TypeType.create(OptionalType.create(SimpleType.DYN)))
                .addVar("net.IP", TypeType.create(IpLibrary.IP))
                .addVar("net.CIDR", TypeType.create(OpaqueType.create("net.CIDR")))
                .setTypeProvider(KubernetesTypes.provider(Map.of()));
        variables.forEach(builder::addVar);
        List<String> names = new ArrayList<>(variables.keySet());
        List<VariableType> types = names.stream().map(n -> VariableType.DYN).toList();
        this.environment = new Environment(36, names, types);
        this.compiler = builder.build();
    }

    public CelAbstractSyntaxTree check(String source) throws CelValidationException {
        return compiler.compile(source).getAst();
    }

    public CheckedExpression compile(String source) throws CelValidationException, CompileException {
        return translate(source, check(source));
    }

    /** Makes a checked tree one of ours; the tree may come from elsewhere. */
    public CheckedExpression translate(String source, CelAbstractSyntaxTree tree) throws CompileException {
        Translation translation = new Translation(environment, tree);
        return new CheckedExpression(
                source, translation.translate(), TypeText.format(tree.getResultType()), translation.slots());
    }
}
