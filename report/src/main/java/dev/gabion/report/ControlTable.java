package dev.gabion.report;

import dev.gabion.finding.ControlDescription;
import dev.gabion.finding.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The controls of a report by id. */
final class ControlTable {
    private final List<ControlDescription> controls;
    private final Map<String, Integer> indexes;

    ControlTable(Report report) {
        this.controls = report.controls();
        this.indexes = HashMap.newHashMap(controls.size());
        for (int i = 0; i < controls.size(); i++) {
            indexes.put(controls.get(i).id(), i);
        }
    }

    /** What the report says of a control, or null. */
    @Nullable
    ControlDescription find(String id) {
        Integer index = indexes.get(id);
        return index == null ? null : controls.get(index);
    }

    /** Place of a control among the report's, or -1. */
    int index(String id) {
        Integer index = indexes.get(id);
        return index == null ? -1 : index;
    }

    String title(String id) {
        ControlDescription control = find(id);
        return control == null ? id : control.title();
    }
}
