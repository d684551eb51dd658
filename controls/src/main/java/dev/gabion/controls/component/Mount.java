package dev.gabion.controls.component;

import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place of a program's file system that comes from outside its image.
 *
 * @param path where the program sees it, without a slash at the end
 * @param source what it comes from
 * @param name the host's path, or the name of the ConfigMap, Secret or other source
 * @param place where it is written, from the object's root
 */
public record Mount(String path, Source source, String name, FieldPath place) {
    /** What a mount comes from. */
    public enum Source {
        HOST_PATH,
        CONFIG_MAP,
        SECRET,
        EMPTY_DIR,
        OTHER
    }

    /** Whether a file lies in the mount or is it. */
    public boolean covers(String file) {
        return file.equals(path) || path.isEmpty() || file.startsWith(path + "/");
    }

    /** The file as the source names it: a path of the host, or the source's name and the key below it. */
    public String inSource(String file) {
        return name + file.substring(path.length());
    }

    /** The mount a file comes from: of several that cover it the deepest; null where none does. */
    public static @Nullable Mount of(String file, List<Mount> mounts) {
        return mounts.stream()
                .filter(m -> m.covers(file))
                .max(Comparator.comparingInt(m -> m.path.length()))
                .orElse(null);
    }

    static List<Mount> ofContainer(MapNode container, FieldPath site, MapNode pod) {
        List<Mount> all = new ArrayList<>();
        ListNode mounts = container.list("volumeMounts");
        for (int i = 0; i < mounts.size(); i++) {
            if (mounts.get(i) instanceof MapNode mount && mount.string("mountPath") != null) {
                all.add(of(mount, pod, site.key("volumeMounts").item(i)));
            }
        }
        return all;
    }

    private static Mount of(MapNode mount, MapNode pod, FieldPath place) {
        String path = trimmed(String.valueOf(mount.string("mountPath")));
        String below = mount.string("subPath") == null ? "" : "/" + trimmed(String.valueOf(mount.string("subPath")));
        MapNode volume = volume(pod, mount.string("name"));
        MapNode host = volume.map("hostPath");
        if (host != null) {
            return new Mount(path, Source.HOST_PATH, trimmed(text(host, "path")) + below, place);
        }
        MapNode map = volume.map("configMap");
        if (map != null) {
            return new Mount(path, Source.CONFIG_MAP, text(map, "name") + below, place);
        }
        MapNode secret = volume.map("secret");
        if (secret != null) {
            return new Mount(path, Source.SECRET, text(secret, "secretName") + below, place);
        }
        boolean empty = volume.has("emptyDir") || volume.size() == 1;
        return new Mount(path, empty ? Source.EMPTY_DIR : Source.OTHER, text(volume, "name") + below, place);
    }

    private static MapNode volume(MapNode pod, @Nullable String name) {
        for (var item : pod.list("volumes")) {
            if (item instanceof MapNode volume && name != null && name.equals(volume.string("name"))) {
                return volume;
            }
        }
        return MapNode.EMPTY;
    }

    /** The extra volumes of a kubeadm section, and the directories kubeadm mounts by itself. */
    static List<Mount> ofKubeadm(MapNode section, FieldPath site, String certificates) {
        List<Mount> all = new ArrayList<>();
        for (String own : List.of(certificates, "/etc/ssl/certs", "/etc/pki", "/usr/share/ca-certificates")) {
            all.add(new Mount(trimmed(own), Source.HOST_PATH, trimmed(own), site));
        }
        ListNode volumes = section.list("extraVolumes");
        for (int i = 0; i < volumes.size(); i++) {
            if (volumes.get(i) instanceof MapNode volume && volume.string("mountPath") != null) {
                FieldPath place = site.key("extraVolumes").item(i);
                String path = trimmed(String.valueOf(volume.string("mountPath")));
                all.add(new Mount(path, Source.HOST_PATH, trimmed(text(volume, "hostPath")), place));
            }
        }
        return all;
    }

    private static String text(MapNode map, String key) {
        String text = map.string(key);
        return text == null ? "" : text;
    }

    private static String trimmed(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
