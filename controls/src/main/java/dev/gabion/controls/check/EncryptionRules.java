package dev.gabion.controls.check;

import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An EncryptionConfiguration as the API server reads it: entries add up per resource in the order of the file; exact
 * names win over {@code *.group}, that over {@code *.*}; the first provider of the result writes. Source: hardening guide,
 * section 4.
 */
final class EncryptionRules {
    private static final Set<String> PROVIDERS = Set.of("identity", "aescbc", "aesgcm", "secretbox", "kms");
    private static final String EVERYTHING = "*.*";

    private final Map<String, List<Provider>> byResource = new LinkedHashMap<>();
    private @Nullable Refusal refusal;

    /** A provider of an entry and where it stands. */
    record Provider(String type, FieldPath place) {}

    /** Why an API server would not load the file, and where. */
    record Refusal(FieldPath place, String reason) {}

    EncryptionRules(MapNode root) {
        ListNode entries = root.list("resources");
        if (entries.size() == 0) {
            refuse(FieldPath.keys("resources"), "at least one entry is required");
        }
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof MapNode entry) {
                read(entry, FieldPath.keys("resources").item(i));
            }
        }
    }

    /** Why the file would be refused, or null. */
    @Nullable
    Refusal refusal() {
        return refusal;
    }

    /** The provider that writes a resource, or null where none applies and it is stored as it is. */
    @Nullable
    Provider writer(String resource) {
        String exact = plain(resource);
        List<Provider> all = byResource.get(exact);
        all = all == null ? byResource.get("*." + group(exact)) : all;
        all = all == null ? byResource.get(EVERYTHING) : all;
        return all == null || all.isEmpty() ? null : all.getFirst();
    }

    private void read(MapNode entry, FieldPath at) {
        List<Provider> providers = providers(entry, at.key("providers"));
        ListNode names = entry.list("resources");
        if (names.size() == 0) {
            refuse(at.key("resources"), "at least one resource is required");
        }
        Set<String> own = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            FieldPath place = at.key("resources").item(i);
            String name = names.get(i) instanceof ScalarNode s ? plain(String.valueOf(s.value())) : "";
            overlaps(name, own, place);
            masked(name, own, place);
            own.add(name);
            byResource.computeIfAbsent(name, k -> new ArrayList<>()).addAll(providers);
        }
    }

    private List<Provider> providers(MapNode entry, FieldPath at) {
        ListNode list = entry.list("providers");
        if (list.size() == 0) {
            refuse(at, "at least one provider is required");
        }
        List<Provider> all = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            List<String> types = new ArrayList<>();
            if (list.get(i) instanceof MapNode provider) {
                for (String key : provider.keys()) {
                    types.add(key);
                }
            }
            if (types.size() != 1 || !PROVIDERS.contains(types.getFirst())) {
                refuse(at.item(i), "want exactly one of identity, aescbc, aesgcm, secretbox, kms");
            } else {
                all.add(new Provider(types.getFirst(), at.item(i)));
            }
        }
        return all;
    }

    private void overlaps(String name, Set<String> own, FieldPath place) {
        if (own.contains(name)) {
            refuse(place, "the resource " + name + " stands twice in one entry");
        }
        boolean mixed = name.equals(EVERYTHING) ? !own.isEmpty() : own.contains(EVERYTHING);
        String wildcard = "*." + group(name);
        boolean covered = !name.equals(wildcard) && own.contains(wildcard);
        boolean covers = name.equals(wildcard) && own.stream().anyMatch(o -> group(o).equals(group(name)));
        if (mixed || covered || covers) {
            refuse(place, "the resource " + name + " overlaps another of the entry");
        }
    }

    /** An entry after a wildcard that covers it would never be asked. */
    private void masked(String name, Set<String> own, FieldPath place) {
        for (String earlier : List.of(EVERYTHING, "*." + group(name))) {
            if (byResource.containsKey(earlier) && !own.contains(earlier)) {
                refuse(place, "the resource " + name + " is masked by an earlier entry for " + earlier);
            }
        }
    }

    private void refuse(FieldPath place, String reason) {
        if (refusal == null) {
            refusal = new Refusal(place, place + ": " + reason);
        }
    }

    /** {@code secrets.} is {@code secrets}; {@code *.} stays the wildcard of the core group. */
    private static String plain(String name) {
        boolean core = name.endsWith(".") && !name.startsWith("*");
        return core ? name.substring(0, name.length() - 1) : name;
    }

    private static String group(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    /** The keys of a provider, with the place of each secret. */
    static Map<FieldPath, String> keys(MapNode root) {
        Map<FieldPath, String> keys = new LinkedHashMap<>();
        ListNode entries = root.list("resources");
        for (int i = 0; i < entries.size(); i++) {
            ListNode providers = entries.get(i) instanceof MapNode entry ? entry.list("providers") : ListNode.EMPTY;
            for (int j = 0; j < providers.size(); j++) {
                FieldPath at =
                        FieldPath.keys("resources").item(i).key("providers").item(j);
                if (providers.get(j) instanceof MapNode provider) {
                    keys(provider, at, keys);
                }
            }
        }
        return keys;
    }

    private static void keys(MapNode provider, FieldPath at, Map<FieldPath, String> into) {
        for (String type : provider.keys()) {
            MapNode settings = provider.map(type);
            ListNode list = settings == null ? ListNode.EMPTY : settings.list("keys");
            for (int i = 0; i < list.size(); i++) {
                Node secret = list.get(i) instanceof MapNode key ? key.get("secret") : null;
                if (secret instanceof ScalarNode s && s.value() instanceof String text) {
                    into.put(at.key(type).key("keys").item(i).key("secret"), text);
                }
            }
        }
    }
}
