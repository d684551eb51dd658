package dev.gabion.controls.component;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads certificates from objects: PEM as it is, or in the base64 of Secrets and kubeconfigs. */
public final class Certificates {
    private static final String PEM = "-----BEGIN CERTIFICATE-----";
    private static final String ENCODED_PEM = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS";

    private Certificates() {}

    /** Whether a value is certificates and nothing secret. */
    public static boolean is(@Nullable Object value) {
        if (!(value instanceof String text) || !(text.startsWith(PEM) || text.startsWith(ENCODED_PEM))) {
            return false;
        }
        return !decoded(text).contains("PRIVATE KEY");
    }

    /** The certificates of a value; empty where it holds none that can be read. */
    public static List<X509Certificate> of(@Nullable Object value) {
        List<X509Certificate> all = new ArrayList<>();
        if (value instanceof String text && (text.contains(PEM) || text.startsWith(ENCODED_PEM))) {
            try {
                byte[] pem = decoded(text).getBytes(StandardCharsets.ISO_8859_1);
                CertificateFactory factory = CertificateFactory.getInstance("X.509");
                for (Certificate each : factory.generateCertificates(new ByteArrayInputStream(pem))) {
                    all.add((X509Certificate) each);
                }
            } catch (CertificateException e) {
                // what cannot be read is no certificate
                return List.of();
            }
        }
        return all;
    }

    private static String decoded(String text) {
        if (text.contains(PEM)) {
            return text;
        }
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            // not base64, so nothing to decode
            return text;
        }
    }
}
