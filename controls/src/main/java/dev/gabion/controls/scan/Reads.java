package dev.gabion.controls.scan;

import dev.gabion.cel.eval.Call;
import dev.gabion.cel.eval.Comprehension;
import dev.gabion.cel.eval.Constant;
import dev.gabion.cel.eval.Expression;
import dev.gabion.cel.eval.Index;
import dev.gabion.cel.eval.ListLiteral;
import dev.gabion.cel.eval.MapLiteral;
import dev.gabion.cel.eval.Select;
import dev.gabion.cel.eval.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the parts of its variables an expression can read, by following what each sub-expression may stand for. Where
 * it cannot follow, the part counts as read whole, so a mask made of the reads never hides anything.
 */
final class Reads {
    private final Map<Integer, List<Value>> scope = new HashMap<>();

    /** Something an expression's value may be: a part of a variable, or a list of such parts. */
    private sealed interface Value {
        record Part(Mask mask) implements Value {}

        record Items(List<Value> items) implements Value {}
    }

    /** Says that a variable is the tree of a mask. */
    Reads bind(int slot, Mask mask) {
        scope.put(slot, List.of(new Value.Part(mask)));
        return this;
    }

    /** Says that a variable is a list of trees of a mask. */
    Reads bindItems(int slot, Mask mask) {
        scope.put(slot, List.of(new Value.Items(List.of(new Value.Part(mask)))));
        return this;
    }

    /** Adds what the expression reads to the masks of its variables. */
    void add(Expression expression) {
        values(expression).forEach(Reads::whole);
    }

    private static void whole(Value value) {
        switch (value) {
            case Value.Part(Mask mask) -> mask.keepWhole();
            case Value.Items(List<Value> items) -> items.forEach(Reads::whole);
        }
    }

    private List<Value> values(Expression expression) {
        return switch (expression) {
            case Constant c -> List.of();
            case Variable v -> scope.getOrDefault(v.slot(), List.of());
            case Select s -> children(values(s.operand()), s.field());
            case Index i -> index(i);
            case Call c -> call(c);
            case ListLiteral l -> List.of(new Value.Items(all(l.children())));
            case MapLiteral m -> {
                all(m.children()).forEach(Reads::whole);
                yield List.of();
            }
            case Comprehension c -> loop(c.loop());
        };
    }

    private List<Value> all(List<Expression> expressions) {
        List<Value> found = new ArrayList<>();
        expressions.forEach(e -> found.addAll(values(e)));
        return found;
    }

    private static List<Value> children(List<Value> holders, String field) {
        List<Value> found = new ArrayList<>();
        for (Value holder : holders) {
            if (holder instanceof Value.Part(Mask mask)) {
                found.add(new Value.Part(mask.child(field)));
            }
        }
        return found;
    }

    private static List<Value> items(List<Value> holders) {
        List<Value> found = new ArrayList<>();
        for (Value holder : holders) {
            switch (holder) {
                case Value.Part(Mask mask) -> found.add(new Value.Part(mask.every()));
                case Value.Items(List<Value> inner) -> found.addAll(inner);
            }
        }
        return found;
    }

    private List<Value> index(Index index) {
        List<Value> holders = values(index.operand());
        if (index.key() instanceof Constant c && c.value() instanceof String key) {
            return children(holders, key);
        }
        add(index.key());
        return items(holders);
    }

    private List<Value> call(Call call) {
        List<Expression> args = call.children();
        return switch (call.function()) {
            case "_?_:_" -> {
                add(args.get(0));
                yield all(args.subList(1, 3));
            }
            case "or", "orValue", "_+_", "optional.of", "optional.ofNonZeroValue", "value" -> all(args);
            case "size" -> {
                items(all(args));
                yield List.of();
            }
            default -> {
                args.forEach(this::add);
                yield List.of();
            }
        };
    }

    private List<Value> loop(Comprehension.Loop loop) {
        List<Value> items = items(values(loop.range()));
        List<Value> accumulated = new ArrayList<>(values(loop.init()));
        scope.put(loop.slot(), loop.slot2() < 0 ? items : List.of());
        if (loop.slot2() >= 0) {
            scope.put(loop.slot2(), items);
        }
        scope.put(loop.accumulatorSlot(), accumulated);
        add(loop.condition());
        accumulated.addAll(values(loop.step()));
        List<Value> result = values(loop.result());
        scope.remove(loop.slot());
        scope.remove(loop.slot2());
        scope.remove(loop.accumulatorSlot());
        return result;
    }
}
