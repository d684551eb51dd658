package dev.gabion.kube.read;

import java.util.HashMap;
import java.util.Map;

/** Keeps one copy of the keys that come again in document after document; long and late ones are not kept. */
final class KeyTable {
    private static final int MOST = 20_000;
    private static final int LONGEST = 64;

    private final Map<String, String> keys = new HashMap<>();

    String intern(String key) {
        return key.length() <= LONGEST && keys.size() < MOST ? keys.computeIfAbsent(key, k -> k) : key;
    }
}
