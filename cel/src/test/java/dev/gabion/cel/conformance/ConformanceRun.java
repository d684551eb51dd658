package dev.gabion.cel.conformance;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.common.types.TypeType;
import dev.gabion.cel.compile.CompileException;
import dev.gabion.cel.compile.LooseCompiler;
import dev.gabion.cel.compile.TypeNames;
import dev.gabion.cel.conformance.TextProto.Message;
import dev.gabion.cel.eval.CelError;
import dev.gabion.cel.eval.CheckedExpression;
import dev.gabion.cel.eval.Frame;
import dev.gabion.cel.eval.TestValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs files of conformance cases. */
final class ConformanceRun {
    private final List<Outcome> outcomes = new ArrayList<>();

    /** How a case went: null is agreement, else what differs. */
    record Outcome(String id, String expression, @Nullable String difference, boolean needsMessages) {}

    public static void main(String[] args) throws IOException {
        for (int i = 1; i < args.length; i++) {
            for (Outcome outcome : file(Path.of(args[0], args[i] + ".textproto"))) {
                if (outcome.difference != null) {
                    System.out.println((outcome.needsMessages ? "MSG " : "") + outcome.id + " | " + outcome.expression
                            + " | " + outcome.difference);
                }
            }
        }
    }

    static List<Outcome> file(Path file) throws IOException {
        ConformanceRun run = new ConformanceRun();
        Message root = TextProto.parse(Files.readString(file));
        for (Message section : root.messages("section")) {
            for (Message test : section.messages("test")) {
                run.outcomes.add(
                        run.test(root.text("name") + "/" + section.text("name") + "/" + test.text("name"), test));
            }
        }
        return run.outcomes;
    }

    private Outcome test(String id, Message test) {
        String source = String.valueOf(test.text("expr"));
        String difference;
        try {
            difference = difference(test, source);
        } catch (Unsupported e) {
            difference = "unsupported: " + e.getMessage();
        }
        return new Outcome(id, source, difference, needsMessages(test, source));
    }

    private static boolean needsMessages(Message test, String source) {
        String container = test.text("container");
        return (container != null && container.startsWith("cel.expr.conformance"))
                || source.contains("google.protobuf.")
                || source.contains("TestAllTypes")
                || mentions(test, "object_value")
                || mentions(test, "message_type")
                || mentions(test, "enum_value")
                || mentions(test, "wrapper")
                || mentions(test, "well_known");
    }

    private static boolean mentions(Message message, String field) {
        for (TextProto.Field f : message.fields()) {
            if (f.name().equals(field) || (f.value() instanceof Message m && mentions(m, field))) {
                return true;
            }
        }
        return false;
    }

    /** A case that cannot be put to us. */
    private static final class Unsupported extends RuntimeException {
        Unsupported(String message) {
            super(message, null, false, false);
        }
    }

    private @Nullable String difference(Message test, String source) {
        Map<String, CelType> variables = new LinkedHashMap<>();
        List<CelFunctionDecl> functions = new ArrayList<>();
        for (Message declaration : test.messages("type_env")) {
            String name = String.valueOf(declaration.text("name"));
            Message ident = declaration.message("ident");
            if (ident == null) {
                functions.add(function(name, required(declaration, "function")));
            } else {
                variables.put(name, type(required(ident, "type")));
            }
        }
        for (Message binding : test.messages("bindings")) {
            variables.putIfAbsent(String.valueOf(binding.text("key")), SimpleType.DYN);
        }
        String container = test.text("container");
        boolean wantsError = test.has("eval_error") || test.has("any_eval_errors");
        LooseCompiler compiler = new LooseCompiler(container == null ? "" : container, variables, functions);
        CheckedExpression checked;
        try {
            checked = compiler.compile(source);
        } catch (CelValidationException | CompileException e) {
            String text = e instanceof CompileException c
                    ? c.text()
                    : String.valueOf(e.getMessage()).split("\n", 2)[0];
            return wantsError && !"true".equals(test.text("disable_check")) ? null : "does not compile: " + text;
        }
        Message typed = test.message("typed_result");
        if (typed != null && typed.message("deduced_type") != null) {
            String wanted = TypeNames.format(type(required(typed, "deduced_type")));
            if (!wanted.equals(checked.type())) {
                return "type " + checked.type() + ", want " + wanted;
            }
        }
        if ("true".equals(test.text("check_only"))) {
            return null;
        }
        Message wanted = typed != null ? typed.message("result") : test.message("value");
        return evaluate(test, checked, List.copyOf(variables.keySet()), wantsError, wanted);
    }

    private static @Nullable String evaluate(
            Message test, CheckedExpression checked, List<String> names, boolean wantsError, @Nullable Message wanted) {
        Frame frame = new Frame().deadline(System.nanoTime() + 10_000_000_000L);
        for (Message binding : test.messages("bindings")) {
            Message value = required(required(binding, "value"), "value");
            frame.set(names.indexOf(binding.text("key")), ProtoValue.of(value));
        }
        Object value = checked.eval(frame);
        if (value instanceof CelError error) {
            return wantsError ? null : "error " + error.message();
        }
        if (wantsError) {
            return "no error but " + value;
        }
        if (wanted == null) {
            return Boolean.TRUE.equals(value) ? null : "not true but " + value;
        }
        return ProtoValue.matches(value, wanted)
                ? null
                : "value " + TestValues.kind(value) + " " + value + ", want " + wanted;
    }

    private static CelFunctionDecl function(String name, Message function) {
        List<CelOverloadDecl> overloads = new ArrayList<>();
        for (Message overload : function.messages("overloads")) {
            CelType[] params = overload.messages("params").stream()
                    .map(ConformanceRun::type)
                    .toArray(CelType[]::new);
            String id = String.valueOf(overload.text("overload_id"));
            CelType result = type(required(overload, "result_type"));
            overloads.add(
                    "true".equals(overload.text("is_instance_function"))
                            ? CelOverloadDecl.newMemberOverload(id, result, params)
                            : CelOverloadDecl.newGlobalOverload(id, result, params));
        }
        return CelFunctionDecl.newFunctionDeclaration(name, overloads);
    }

    private static Message required(Message message, String name) {
        Message inner = message.message(name);
        if (inner == null) {
            throw new Unsupported("no " + name);
        }
        return inner;
    }

    private static CelType type(Message type) {
        TextProto.Field field = type.fields().isEmpty() ? null : type.fields().getFirst();
        if (field == null) {
            return SimpleType.DYN;
        }
        if (!(field.value() instanceof Message inner)) {
            String name = type.text(field.name());
            return switch (field.name()) {
                case "primitive" -> primitive(String.valueOf(name));
                case "wrapper" -> NullableType.create(primitive(String.valueOf(name)));
                case "well_known" ->
                    switch (String.valueOf(name)) {
                        case "TIMESTAMP" -> SimpleType.TIMESTAMP;
                        case "DURATION" -> SimpleType.DURATION;
                        default -> SimpleType.ANY;
                    };
                case "null" -> SimpleType.NULL_TYPE;
                case "type_param" -> TypeParamType.create(String.valueOf(name));
                default -> throw new Unsupported(field.name());
            };
        }
        return switch (field.name()) {
            case "dyn" -> SimpleType.DYN;
            case "list_type" -> ListType.create(type(orEmpty(inner, "elem_type")));
            case "map_type" -> MapType.create(type(orEmpty(inner, "key_type")), type(orEmpty(inner, "value_type")));
            case "type" -> TypeType.create(type(inner));
            case "abstract_type" -> abstractType(inner);
            default -> throw new Unsupported(field.name());
        };
    }

    private static CelType abstractType(Message type) {
        List<CelType> parameters = new ArrayList<>();
        for (Message parameter : type.messages("parameter_types")) {
            parameters.add(type(parameter));
        }
        String name = String.valueOf(type.text("name"));
        return name.equals("optional_type")
                ? OptionalType.create(parameters.getFirst())
                : OpaqueType.create(name, parameters.toArray(CelType[]::new));
    }

    private static Message orEmpty(Message message, String name) {
        Message inner = message.message(name);
        return inner == null ? new Message(List.of()) : inner;
    }

    private static CelType primitive(String name) {
        return switch (name) {
            case "BOOL" -> SimpleType.BOOL;
            case "INT64" -> SimpleType.INT;
            case "UINT64" -> SimpleType.UINT;
            case "DOUBLE" -> SimpleType.DOUBLE;
            case "STRING" -> SimpleType.STRING;
            case "BYTES" -> SimpleType.BYTES;
            default -> throw new Unsupported(name);
        };
    }
}
