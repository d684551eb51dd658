package dev.gabion.cel.eval;

import dev.gabion.cel.eval.UrlText.Fault;
import dev.gabion.cel.eval.UrlText.Part;
import java.util.Locale;

/** Splits a URL into its parts. */
final class UrlParser {
    private final UrlValue.Builder url = new UrlValue.Builder();

    private UrlParser() {}

    /** Parses bytes without a fragment; {@code request} asks for an absolute URL or path. */
    static UrlValue parse(String bytes, boolean request) throws Fault {
        UrlParser parser = new UrlParser();
        parser.run(bytes, request);
        return parser.url.build();
    }

    private void run(String bytes, boolean request) throws Fault {
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.charAt(i) < ' ' || bytes.charAt(i) == 127) {
                throw new Fault("net/url: invalid control character in URL");
            }
        }
        if (bytes.isEmpty() && request) {
            throw new Fault("empty url");
        }
        if (bytes.equals("*")) {
            url.path = "*";
            return;
        }
        afterScheme(query(scheme(bytes)), request);
    }

    /** Takes the scheme off, if there is one. */
    private String scheme(String bytes) throws Fault {
        for (int i = 0; i < bytes.length(); i++) {
            char c = bytes.charAt(i);
            if (c == ':') {
                if (i == 0) {
                    throw new Fault("missing protocol scheme");
                }
                url.scheme = bytes.substring(0, i).toLowerCase(Locale.ROOT);
                return bytes.substring(i + 1);
            }
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (!letter && (!other || i == 0)) {
                return bytes;
            }
        }
        return bytes;
    }

    /** Takes the query off. */
    private String query(String rest) {
        int mark = rest.indexOf('?');
        if (mark < 0) {
            return rest;
        }
        url.query = rest.substring(mark + 1);
        url.forceQuery = mark == rest.length() - 1;
        return rest.substring(0, mark);
    }

    private void afterScheme(String rest, boolean request) throws Fault {
        boolean scheme = !url.scheme.isEmpty();
        if (!rest.startsWith("/")) {
            if (scheme) {
                url.opaque = rest;
                return;
            }
            relative(rest, request);
        }
        String path = rest;
        if ((scheme || (!request && !rest.startsWith("///"))) && rest.startsWith("//")) {
            int slash = rest.indexOf('/', 2);
            authority(rest.substring(2, slash < 0 ? rest.length() : slash));
            path = slash < 0 ? "" : rest.substring(slash);
        } else if (scheme && rest.startsWith("/")) {
            url.omitHost = true;
        }
        url.path = UrlText.unescape(path, Part.PATH);
        url.rawPath = UrlText.escape(url.path, Part.PATH).equals(path) ? "" : path;
    }

    private static void relative(String rest, boolean request) throws Fault {
        if (request) {
            throw new Fault("invalid URI for request");
        }
        int slash = rest.indexOf('/');
        if ((slash < 0 ? rest : rest.substring(0, slash)).indexOf(':') >= 0) {
            throw new Fault("first path segment in URL cannot contain colon");
        }
    }

    private void authority(String authority) throws Fault {
        int at = authority.lastIndexOf('@');
        url.host = host(authority.substring(at + 1));
        if (at < 0) {
            return;
        }
        String user = authority.substring(0, at);
        for (int i = 0; i < user.length(); i++) {
            char c = user.charAt(i);
            if (UrlText.mustEscape(c, Part.QUERY) && "-._:~!$&'()*+,;=%@".indexOf(c) < 0) {
                throw new Fault("net/url: invalid userinfo");
            }
        }
        int colon = user.indexOf(':');
        String name = UrlText.unescape(colon < 0 ? user : user.substring(0, colon), Part.USER);
        url.user = UrlText.escape(name, Part.USER);
        if (colon >= 0) {
            url.user += ":" + UrlText.escape(UrlText.unescape(user.substring(colon + 1), Part.USER), Part.USER);
        }
    }

    private static String host(String host) throws Fault {
        if (host.startsWith("[")) {
            return bracketed(host);
        }
        int colon = host.lastIndexOf(':');
        if (colon >= 0) {
            port(host.substring(colon));
        }
        return UrlText.unescape(host, Part.HOST);
    }

    private static void port(String text) throws Fault {
        if (!UrlText.isPort(text)) {
            throw new Fault("invalid port " + UrlText.quote(text) + " after host");
        }
    }

    /** Only an IPv6 address stands in brackets; its zone is set off by an escaped percent sign. */
    private static String bracketed(String host) throws Fault {
        int end = host.lastIndexOf(']');
        if (end < 0) {
            throw new Fault("missing ']' in host");
        }
        port(host.substring(end + 1));
        int zone = host.substring(0, end).indexOf("%25");
        String address = UrlText.unescape(host.substring(1, zone < 0 ? end : zone), Part.HOST);
        byte[] bytes = IpText.parse(address);
        if (bytes == null || bytes.length != 16) {
            throw new Fault("invalid host: " + UrlText.quote(host));
        }
        String zoned = zone < 0 ? "" : UrlText.unescape(host.substring(zone, end), Part.ZONE);
        return "[" + address + zoned + UrlText.unescape(host.substring(end), Part.HOST);
    }
}
