package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.tree.MapNode;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Keys of an EncryptionConfiguration that were not made by a random generator. Of random keys of 16 bytes fewer than one
 * in a million would be taken for text.
 */
final class EncryptionKeys implements Check {
    private static final int SHORTEST = 8;

    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        EncryptionRules.keys(target.root()).forEach((place, secret) -> {
            String flaw = flaw(secret);
            if (flaw != null) {
                report.offends(place, "the encryption key " + flaw);
            }
        });
    }

    private static @Nullable String flaw(String secret) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(secret);
        } catch (IllegalArgumentException e) {
            // a placeholder, or a key the server refuses
            return null;
        }
        if (key.length < SHORTEST) {
            return null;
        }
        boolean repeats = true;
        boolean readable = true;
        for (byte b : key) {
            repeats &= b == key[0];
            readable &= (b >= ' ' && b <= '~') || b == '\n';
        }
        return repeats ? "is one byte repeated" : readable ? "is readable text" : null;
    }
}
