package dev.gabion.controls.credential;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Credentials one recognises by sight: keys with an issuer's prefix, private keys, signed tokens, passwords in addresses.
 * Every test is linear in the text, which may come from a stranger.
 */
public final class CredentialShapes {
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";
    private static final String ALPHANUMERIC = UPPER + "abcdefghijklmnopqrstuvwxyz" + DIGITS;
    private static final String URL_SAFE = ALPHANUMERIC + "_-";
    private static final String BASE64 = ALPHANUMERIC + "+/=";
    private static final String HEX = "0123456789abcdef";

    /** A fixed beginning and what follows it. */
    private record Prefixed(String kind, String prefix, String characters, int least, int most) {
        boolean isAt(String text, int at) {
            if (at > 0 && URL_SAFE.indexOf(text.charAt(at - 1)) >= 0) {
                return false;
            }
            int end = at + prefix.length();
            while (end < text.length() && characters.indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            int length = end - at - prefix.length();
            return length >= least && length <= most && isVaried(text.substring(at + prefix.length(), end));
        }
    }

    private static final int ANY = Integer.MAX_VALUE;

    private static final List<Prefixed> PREFIXED = List.of(
            new Prefixed("an AWS access key", "AKIA", UPPER + "234567", 16, 16),
            new Prefixed("an AWS access key", "ASIA", UPPER + "234567", 16, 16),
            new Prefixed("a GitHub token", "ghp_", ALPHANUMERIC, 36, ANY),
            new Prefixed("a GitHub token", "gho_", ALPHANUMERIC, 36, ANY),
            new Prefixed("a GitHub token", "ghu_", ALPHANUMERIC, 36, ANY),
            new Prefixed("a GitHub token", "ghs_", ALPHANUMERIC, 36, ANY),
            new Prefixed("a GitHub token", "ghr_", ALPHANUMERIC, 36, ANY),
            new Prefixed("a GitHub token", "github_pat_", ALPHANUMERIC + "_", 60, ANY),
            new Prefixed("a GitLab token", "glpat-", URL_SAFE, 20, ANY),
            new Prefixed("a Slack token", "xoxb-", ALPHANUMERIC + "-", 20, ANY),
            new Prefixed("a Slack token", "xoxp-", ALPHANUMERIC + "-", 20, ANY),
            new Prefixed("a Slack token", "xoxa-", ALPHANUMERIC + "-", 20, ANY),
            new Prefixed("a Slack token", "xoxs-", ALPHANUMERIC + "-", 20, ANY),
            new Prefixed("a Slack webhook", "https://hooks.slack.com/services/T", ALPHANUMERIC + "/", 30, ANY),
            new Prefixed("a Google API key", "AIza", URL_SAFE, 35, 35),
            new Prefixed("a Google client secret", "GOCSPX-", URL_SAFE, 28, ANY),
            new Prefixed("a Stripe key", "sk_live_", ALPHANUMERIC, 24, ANY),
            new Prefixed("a Stripe key", "rk_live_", ALPHANUMERIC, 24, ANY),
            new Prefixed("a SendGrid key", "SG.", URL_SAFE + ".", 60, ANY),
            new Prefixed("an npm token", "npm_", ALPHANUMERIC, 36, ANY),
            new Prefixed("a PyPI token", "pypi-AgEIcHlwaS5vcmc", URL_SAFE, 50, ANY),
            new Prefixed("a Docker Hub token", "dckr_pat_", URL_SAFE, 20, ANY),
            new Prefixed("a DigitalOcean token", "dop_v1_", HEX, 64, 64),
            new Prefixed("a Vault token", "hvs.", URL_SAFE, 24, ANY),
            new Prefixed("a Databricks token", "dapi", HEX, 32, 32),
            new Prefixed("a Grafana token", "glsa_", ALPHANUMERIC + "_", 32, ANY),
            new Prefixed("a Shopify token", "shpat_", HEX, 32, 32),
            new Prefixed("a Hugging Face token", "hf_", ALPHANUMERIC, 34, ANY),
            new Prefixed("an Anthropic key", "sk-ant-", URL_SAFE, 40, ANY),
            new Prefixed("an OpenAI key", "sk-proj-", URL_SAFE, 40, ANY),
            new Prefixed("an age key", "AGE-SECRET-KEY-1", UPPER + DIGITS, 58, 58),
            new Prefixed("an Azure storage key", "AccountKey=", BASE64, 80, ANY),
            new Prefixed("an Azure access key", "SharedAccessKey=", BASE64, 40, ANY),
            new Prefixed("a private key", "LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVkt", BASE64, 40, ANY),
            new Prefixed("a private key", "LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0t", BASE64, 40, ANY),
            new Prefixed("a private key", "LS0tLS1CRUdJTiBFQyBQUklWQVRFIEtFWS0t", BASE64, 40, ANY),
            new Prefixed("a private key", "LS0tLS1CRUdJTiBPUEVOU1NIIFBSSVZBVEUgS0VZ", BASE64, 40, ANY));

    private CredentialShapes() {}

    /** What credential a text contains, such as {@code a private key}; null for none. */
    public static @Nullable String in(String text) {
        if (text.length() < 12) {
            return null;
        }
        for (Prefixed shape : PREFIXED) {
            for (int at = text.indexOf(shape.prefix); at >= 0; at = text.indexOf(shape.prefix, at + 1)) {
                if (shape.isAt(text, at)) {
                    return shape.kind;
                }
            }
        }
        if (hasPrivateKey(text)) {
            return "a private key";
        }
        if (hasSignedToken(text)) {
            return "a signed token";
        }
        if (hasBasicAuthorization(text)) {
            return "a user name and password";
        }
        if (hasPasswordInConnection(text)) {
            return "a password in a connection string";
        }
        return hasPasswordInAddress(text) ? "a password in an address" : null;
    }

    /** Documentation writes keys of one letter, or with EXAMPLE at the end; neither opens anything. */
    private static boolean isVaried(String text) {
        return text.chars().distinct().count() > 4
                && !text.toUpperCase(Locale.ROOT).contains("EXAMPLE");
    }

    private static boolean hasPrivateKey(String text) {
        for (int at = text.indexOf("PRIVATE KEY"); at >= 0; at = text.indexOf("PRIVATE KEY", at + 1)) {
            int line = text.lastIndexOf("-----BEGIN ", at);
            int close = text.indexOf("-----", at);
            if (line >= 0 && at - line < 40 && close >= 0 && close - at < 20 && keyFollows(text, close + 5)) {
                return true;
            }
        }
        return false;
    }

    /** At least forty characters of base64, line ends and escapes left out. */
    private static boolean keyFollows(String text, int from) {
        int found = 0;
        for (int i = from; i < text.length() && found < 40; i++) {
            char c = text.charAt(i);
            if (BASE64.indexOf(c) >= 0) {
                found++;
            } else if (c == '-' || c == '.' || c == '<') {
                return false;
            }
        }
        return found >= 40 && isVaried(text.substring(from, Math.min(text.length(), from + 120)));
    }

    /** Three parts of base64, the first two of which are JSON objects. */
    private static boolean hasSignedToken(String text) {
        for (int at = text.indexOf("eyJ"); at >= 0; at = text.indexOf("eyJ", at + 1)) {
            int first = endOf(text, at);
            if (first - at >= 12 && text.startsWith(".eyJ", first)) {
                int second = endOf(text, first + 1);
                if (second < text.length() && text.charAt(second) == '.' && endOf(text, second + 1) - second > 20) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int endOf(String text, int from) {
        int end = from;
        while (end < text.length() && URL_SAFE.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static boolean hasBasicAuthorization(String text) {
        for (int at = text.indexOf("Basic "); at >= 0; at = text.indexOf("Basic ", at + 1)) {
            int end = at + 6;
            while (end < text.length() && BASE64.indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            if (end - at - 6 >= 8 && namesUser(text.substring(at + 6, end))) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesUser(String encoded) {
        try {
            String decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            return colon > 0 && colon < decoded.length() - 1 && decoded.chars().allMatch(c -> c > ' ' && c < 127);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** {@code Server=db;Password=…} on one line, with a password that is no reference. */
    private static boolean hasPasswordInConnection(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String field : List.of("password=", "pwd=")) {
            for (int at = lower.indexOf(field); at > 0; at = lower.indexOf(field, at + 1)) {
                int from = at + field.length();
                int end = from;
                while (end < text.length() && ";\n\r\"' ".indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                if (text.charAt(at - 1) == ';' && CredentialNames.isLiteral(text.substring(from, end))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@code scheme://user:password@host}, with a password that is no reference. */
    private static boolean hasPasswordInAddress(String text) {
        for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 1)) {
            int end = at + 3;
            int colon = -1;
            while (end < text.length() && "/?# \t\r\n\"'`<>\\,;()[]{}".indexOf(text.charAt(end)) < 0) {
                char c = text.charAt(end);
                if (c == '@') {
                    break;
                }
                colon = c == ':' && colon < 0 ? end : colon;
                end++;
            }
            if (end < text.length()
                    && text.charAt(end) == '@'
                    && colon >= 0
                    && CredentialNames.isLiteral(text.substring(colon + 1, end))) {
                return true;
            }
        }
        return false;
    }
}
