package dev.gabion.controls.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials are told from what only looks like them. */
class CredentialsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AKIAQWERTYUIOPASDF23",
                "key is ASIAQWERTYUIOPASDF23, use it",
                "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
                "glpat-abcdefghij0123456789",
                "xoxb-123456789012-abcdefghijkl",
                "https://hooks.slack.com/services/T01234567/B01234567/abcdefghijklmnop",
                "postgres://user:hunter2@db:5432/shop",
                "Server=db;User=sa;Password=hunter2;",
                "Authorization: Basic YWRtaW46aHVudGVyMg==",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
            })
    void textOfKnownShape_isACredential(String text) {
        assertThat(CredentialShapes.in(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AKIAIOSFODNN7EXAMPLE",
                "AKIAAAAAAAAAAAAAAAAA",
                "XAKIAQWERTYUIOPASDF23",
                "AKIAQWERTYUIOPASDF2",
                "postgres://user@db:5432/shop",
                "postgres://user:$(PASSWORD)@db/shop",
                "postgres://user:${PASSWORD}@db/shop",
                "postgres://user:<password>@db/shop",
                "https://example.org/a:b@c",
                "Server=db;Password=${PASSWORD};",
                "Basic authentication",
                "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
                "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA\n-----END PUBLIC KEY-----",
                "eyJhbGciOiJIUzI1NiJ9.not.atoken",
            })
    void textThatOnlyLooksAlike_isNone(String text) {
        assertThat(CredentialShapes.in(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PASSWORD",
                "DB_PASSWORD",
                "mysqlRootPassword",
                "dbpassword",
                "DB_PASS",
                "MYSQL_PWD",
                "API_KEY",
                "apiKey",
                "AWS_SECRET_ACCESS_KEY",
                "client-secret",
                "spring.datasource.password",
                "TOKEN",
                "GITHUB_TOKEN_2",
                "SECRET_KEY_BASE",
                "PASSWORD_BASE64",
            })
    void nameOfACredential_isOne(String name) {
        assertThat(CredentialNames.names(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PWD",
                "BYPASS",
                "PASSWORD_FILE",
                "passwordSecretName",
                "TOKEN_TTL",
                "TOKEN_URL",
                "SECRET_NAMESPACE",
                "MAX_TOKENS",
                "USE_PASSWORD",
                "ENABLE_TOKEN",
                "AWS_ACCESS_KEY_ID",
                "PUBLIC_KEY",
                "PRIMARY_KEY",
                "ETCD_INITIAL_CLUSTER_TOKEN",
                "secretsPath",
                "passwordPolicy",
            })
    void nameOfSomethingElse_isNone(String name) {
        assertThat(CredentialNames.names(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "true",
                "None",
                "$(A)",
                "${A}",
                "{{ .a }}",
                "<secret>",
                "/run/secrets/a",
                "./a",
                "vault:a#b",
                "arn:aws:secretsmanager:a",
                "https://example.org/token",
                "********",
                "a b",
                "REPLACE_ME",
                "jwt,priv-key=/opt/certs/jwt.pem,ttl=10m",
            })
    void valueThatIsNoLiteral_isNone(String value) {
        assertThat(CredentialNames.isLiteral(value)).isFalse();
    }

    @Test
    void lineOfAFile_isReadByItsFormat() {
        assertThat(Assignments.inFile("user: a\npassword: hunter2\n")).isEqualTo("password");
        assertThat(Assignments.inFile("export API_TOKEN='0f3a9c2b7d'")).isEqualTo("API_TOKEN");
        assertThat(Assignments.inFile("{\n  \"clientSecret\": \"0f3a9c2b7d\",\n}"))
                .isEqualTo("clientSecret");
        assertThat(Assignments.inFile("- password: hunter2")).isEqualTo("password");
    }

    @Test
    void lineThatRefersOrComments_isNone() {
        assertThat(Assignments.inFile("# password: hunter2\n// token=0f3a9c2b7d"))
                .isNull();
        assertThat(Assignments.inFile("password: ${PASSWORD}\ntoken = os.environ['T']\npassword_file: /p"))
                .isNull();
        assertThat(Assignments.inFile("tlsSecret: web-certificate\nexistingSecret: shop-credentials"))
                .isNull();
        assertThat(Assignments.inFile("password\npassword:\npassword: \"\"")).isNull();
    }

    @Test
    void longText_isSearchedInLinearTime() {
        String text = "eyJ".repeat(20_000) + "://".repeat(20_000) + "a:".repeat(20_000) + "password=".repeat(5_000);
        assertThat(CredentialShapes.in(text)).isNull();
        assertThat(Assignments.inFile(text)).isNull();
    }
}
