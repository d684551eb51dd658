package dev.gabion.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads HTML as a browser would tell tags from text, and notes which tags and attributes there are. */
final class HtmlScan {
    private final String html;
    private final Set<String> tags = new HashSet<>();
    private final Set<String> attributes = new HashSet<>();
    private final List<String> scripts = new ArrayList<>();
    private int at;

    private HtmlScan(String html) {
        this.html = html;
    }

    static HtmlScan of(String html) {
        HtmlScan scan = new HtmlScan(html);
        while (scan.at < html.length()) {
            if (html.charAt(scan.at) == '<') {
                scan.tag();
            } else {
                scan.at++;
            }
        }
        return scan;
    }

    Set<String> tags() {
        return tags;
    }

    Set<String> attributes() {
        return attributes;
    }

    List<String> scripts() {
        return scripts;
    }

    private void tag() {
        int start = at + 1;
        int end = start;
        while (" >\n/".indexOf(html.charAt(end)) < 0 || end == start) {
            end++;
        }
        String name = html.substring(start, end);
        tags.add(name);
        at = end;
        while (html.charAt(at) != '>') {
            attribute();
        }
        at++;
        if (name.equals("script") || name.equals("style")) {
            int close = html.indexOf("</" + name, at);
            if (name.equals("script")) {
                scripts.add(html.substring(at, close));
            }
            at = close;
        }
    }

    private void attribute() {
        while (" \n/".indexOf(html.charAt(at)) >= 0) {
            at++;
        }
        int start = at;
        while (" >\n/=".indexOf(html.charAt(at)) < 0) {
            at++;
        }
        if (at > start) {
            attributes.add(html.substring(start, at));
        }
        if (html.charAt(at) == '=') {
            if (html.charAt(at + 1) != '"') {
                throw new IllegalStateException("an attribute without quotes at " + at);
            }
            at = html.indexOf('"', at + 2) + 1;
        }
    }
}
