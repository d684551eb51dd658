package dev.gabion.cel.eval;

import dev.gabion.cel.eval.UrlText.Fault;
import dev.gabion.cel.eval.UrlText.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A URL, type {@code kubernetes.URL}. Parts are bytes, one per char. */
final class UrlValue implements LibraryValue {
    private final Builder parts;
    private final String fragment;

    /** The parts, as they are found. */
    static final class Builder {
        String scheme = "";
        String opaque = "";

        @Nullable
        String user;

        String host = "";
        String path = "";
        /** The path as written, where escaping it anew would write it otherwise. */
        String rawPath = "";

        String query = "";
        boolean forceQuery;
        boolean omitHost;

        UrlValue build() {
            return new UrlValue(this, "");
        }
    }

    private UrlValue(Builder parts, String fragment) {
        this.parts = parts;
        this.fragment = fragment;
    }

    UrlValue withFragment(String raw) throws Fault {
        String plain = UrlText.unescape(raw, Part.FRAGMENT);
        boolean kept = UrlText.isEscaped(raw, Part.FRAGMENT);
        return new UrlValue(parts, kept ? raw : UrlText.escape(plain, Part.FRAGMENT));
    }

    @Override
    public String typeName() {
        return "kubernetes.URL";
    }

    /** URLs are equal when they are written the same after escaping. */
    @Override
    public Object equalTo(Object other) {
        return other instanceof UrlValue url ? (Object) toString().equals(url.toString()) : CelError.noOverload();
    }

    @Override
    public @Nullable Object call(String function, Object[] args, Frame frame) {
        return args.length > 1
                ? null
                : switch (function) {
                    case "getScheme" -> parts.scheme;
                    case "getHost" -> UrlText.text(parts.host);
                    case "getHostname" -> UrlText.text(hostname());
                    case "getPort" -> port() < 0 ? "" : parts.host.substring(port() + 1);
                    case "getEscapedPath" -> UrlText.text(escapedPath());
                    case "getQuery" -> MapValue.of(query());
                    default -> null;
                };
    }

    /** Where the port's colon is, or -1. */
    private int port() {
        int colon = parts.host.lastIndexOf(':');
        return colon >= 0 && UrlText.isPort(parts.host.substring(colon)) ? colon : -1;
    }

    private String hostname() {
        String host = port() < 0 ? parts.host : parts.host.substring(0, port());
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private String escapedPath() {
        if (!parts.rawPath.isEmpty() && UrlText.isEscaped(parts.rawPath, Part.PATH)) {
            return parts.rawPath;
        }
        return parts.path.equals("*") ? "*" : UrlText.escape(parts.path, Part.PATH);
    }

    /** Values by key; a pair that cannot be read, or has a semicolon, is left out. */
    private Map<String, ListValue> query() {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        int from = 0;
        while (from <= parts.query.length()) {
            int end = parts.query.indexOf('&', from);
            end = end < 0 ? parts.query.length() : end;
            pair(parts.query.substring(from, end), values);
            from = end + 1;
        }
        Map<String, ListValue> lists = new LinkedHashMap<>();
        values.forEach((key, list) -> lists.put(key, ListValue.of(list)));
        return lists;
    }

    private static void pair(String pair, Map<String, List<Object>> into) {
        if (pair.isEmpty() || pair.indexOf(';') >= 0) {
            return;
        }
        int equals = pair.indexOf('=');
        try {
            String key = UrlText.unescape(equals < 0 ? pair : pair.substring(0, equals), Part.QUERY);
            String value = equals < 0 ? "" : UrlText.unescape(pair.substring(equals + 1), Part.QUERY);
            into.computeIfAbsent(UrlText.text(key), k -> new ArrayList<>()).add(UrlText.text(value));
        } catch (Fault unreadable) {
            // As the API server does, the pair is passed over.
            return;
        }
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        if (!parts.scheme.isEmpty()) {
            out.append(parts.scheme).append(':');
        }
        if (parts.opaque.isEmpty()) {
            hierarchical(out);
        } else {
            out.append(parts.opaque);
        }
        if (parts.forceQuery || !parts.query.isEmpty()) {
            out.append('?').append(parts.query);
        }
        return fragment.isEmpty()
                ? out.toString()
                : out.append('#').append(fragment).toString();
    }

    private void hierarchical(StringBuilder out) {
        String user = parts.user;
        boolean authority = !parts.host.isEmpty() || user != null;
        boolean omitted = parts.scheme.isEmpty() || parts.omitHost || parts.path.isEmpty();
        if (authority || !omitted) {
            out.append("//");
        }
        if (user != null) {
            out.append(user).append('@');
        }
        out.append(UrlText.escape(parts.host, Part.HOST));
        String path = escapedPath();
        boolean detached = !path.isEmpty() && path.charAt(0) != '/' && !parts.host.isEmpty();
        out.append(detached ? "/" : "").append(path);
    }
}
