package dev.gabion.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.kube.read.Chunk;
import dev.gabion.kube.read.DocumentParser;
import dev.gabion.kube.read.Documents;
import dev.gabion.kube.read.InputFile;
import dev.gabion.kube.read.KubeObject;
import dev.gabion.kube.read.Limits;
import dev.gabion.kube.tree.JsonText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretFieldsTest {
    private static String masked(String yaml) throws IOException {
        String text = "apiVersion: v1\n" + yaml;
        InputFile file = new InputFile(null, "a.yaml", true, false);
        try (Documents documents =
                Documents.of(file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.DEFAULT)) {
            Chunk chunk = documents.next();
            KubeObject object =
                    new DocumentParser(Limits.DEFAULT).parse(chunk).objects().getFirst();
            return JsonText.of(SecretFields.masked(object.root()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: Secret\ndata: {a: hunter2}",
                "kind: Secret\nstringData: {a: {b: [hunter2]}}",
                "kind: Pod\nspec: {containers: [{env: [{name: DB_PASSWORD, value: hunter2}]}]}",
                "kind: Pod\nspec: {containers: [{env: [{value: hunter2, name: API_TOKEN}]}]}",
                "kind: Pod\nspec: {containers: [{args: [--token=hunter2]}]}",
                "kind: Pod\nspec: {containers: [{args: [--password, hunter2]}]}",
                "kind: Pod\nspec: {containers: [{command: [sh, -c, 'curl -H \"Authorization: Bearer hunter2\" x']}]}",
                "kind: ConfigMap\ndata: {db.password: hunter2}",
                "kind: ConfigMap\ndata: {a.properties: \"user=a\\ndb.password = hunter2\\n\"}",
                "kind: ConfigMap\ndata: {a.json: '{\"apiKey\": \"hunter2\"}'}",
                "kind: ConfigMap\ndata: {url: 'postgres://user:hunter2@db/x'}",
                "kind: ConfigMap\ndata: {key: \"-----BEGIN PRIVATE KEY-----\\nhunter2\\n-----END PRIVATE KEY-----\"}",
                "kind: Custom\nspec: {credentials: [hunter2, hunter2]}",
                "kind: Pod\nmetadata: {annotations: {kubectl.kubernetes.io/last-applied-configuration: '{\"v\":\"hunter2\"}'}}",
            })
    void value_ofSecretBearingField_isMasked(String yaml) throws IOException {
        assertThat(masked(yaml)).doesNotContain("hunter2").contains(SecretFields.MASK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: Pod\nspec: {automountServiceAccountToken: true}",
                "kind: Pod\nspec: {volumes: [{name: a, secret: {secretName: keep}}]}",
                "kind: Pod\nspec: {imagePullSecrets: [{name: keep}]}",
                "kind: Pod\nspec: {containers: [{env: [{name: PASSWORD, valueFrom: {secretKeyRef: {name: a, key: b}}}]}]}",
                "kind: Pod\nspec: {containers: [{args: [--token-auth-file=/etc/tokens.csv]}]}",
                "kind: Pod\nspec: {containers: [{args: [--password=$(PASSWORD)]}]}",
                "kind: Pod\nspec: {containers: [{image: 'vault-secrets-operator:0.4'}]}",
                "kind: Role\nrules: [{resources: [secrets], verbs: [get]}]",
                "kind: Secret\ntype: Opaque",
            })
    void value_thatOnlyNamesASecret_stays(String yaml) throws IOException {
        assertThat(masked(yaml)).doesNotContain(SecretFields.MASK);
    }

    @Test
    void mask_secretsInAList_areFoundByTheirOwnKind() throws IOException {
        String text =
                masked("kind: Custom\nitems: [{kind: Secret, data: {a: hunter2}}, {kind: ConfigMap, data: {a: b}}]");

        assertThat(text).doesNotContain("hunter2").contains("\"a\":\"b\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind: Secret", "DB_PASSWORD", "x-----BEGIN RSA", "ApiKey", "a connection-String"})
    void look_textWithASecretsName_isWorthALook(String text) {
        assertThat(SecretFields.mayOccurIn(text.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @Test
    void look_textWithoutASecretsName_isDoneWith() {
        assertThat(SecretFields.mayOccurIn("kind: Pod\npass: port, --- BEGIN sec tok".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void text_pemBlock_isMaskedUpToItsEnd() {
        assertThat(SecretText.masked("a -----BEGIN X-----\nhunter2\n-----END X----- b"))
                .isEqualTo("a *** b");
    }

    @Test
    void text_withoutCredentials_isTheSameString() {
        String text = "image: nginx:1.25 # the token below: see secret.yaml";

        assertThat(SecretText.masked(text)).isSameAs(text);
    }
}
