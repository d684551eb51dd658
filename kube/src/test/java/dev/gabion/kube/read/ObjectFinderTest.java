package dev.gabion.kube.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.kube.read.ReadDocument.Outcome;
import dev.gabion.kube.tree.Node;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which parts of a document are Kubernetes objects. */
class ObjectFinderTest {
    @Test
    void object_isAMapWithStringApiVersionAndKind() {
        KubeObject object = TestTrees.object("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: shop}
                """);
        assertThat(object)
                .returns("apps/v1", KubeObject::apiVersion)
                .returns("apps", KubeObject::group)
                .returns("v1", KubeObject::version)
                .returns("Deployment", KubeObject::kind)
                .returns("shop", KubeObject::namespace)
                .returns("web", KubeObject::name);
        assertThat(object.prefix()).hasToString("");
    }

    @Test
    void coreGroup_isEmpty() {
        KubeObject object = TestTrees.object("{apiVersion: v1, kind: Pod, metadata: {generateName: web-}}");
        assertThat(object)
                .returns("", KubeObject::group)
                .returns("v1", KubeObject::version)
                .returns("web-", KubeObject::name)
                .returns(null, KubeObject::namespace);
    }

    @Test
    void nameAndNamespace_thatAreEmptyOrNoStrings_areAbsent() {
        for (String metadata : List.of("{name: '', namespace: ''}", "{name: 5, namespace: [a]}", "{}", "~", "x")) {
            KubeObject object = TestTrees.object("{apiVersion: v1, kind: Pod, metadata: " + metadata + "}");
            assertThat(object).as(metadata).returns(null, KubeObject::name).returns(null, KubeObject::namespace);
            assertThat(object.metadata()).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1",
                "- a",
                "text",
                "5",
                "apiVersion: v1",
                "kind: Pod",
                "{apiVersion: 1, kind: Pod}",
                "{apiVersion: v1, kind: [Pod]}",
                "{apiVersion: '', kind: Pod}",
                "{apiVersion: v1, kind: ''}",
                "{apiVersion: v1, kind: yes}",
                "[]",
                "{}",
                "[[{apiVersion: v1, kind: Pod}]]",
                "{apiVersion: v1, kind: List, items: []}",
                "{apiVersion: v1, kind: List, items: [{a: 1}, 5, []]}",
                "items: [{apiVersion: v1, kind: Pod}]"
            })
    void documentWithoutObject_isOther(String yaml) {
        ReadDocument document = TestTrees.documents("a.yaml", yaml).getFirst();
        assertThat(document.outcome()).isEqualTo(Outcome.OTHER);
        assertThat(document.objects()).isEmpty();
        assertThat(document.outcome().read()).isTrue();
    }

    @Test
    void list_givesItsItems_withThePathToEach() {
        ReadDocument document = read("""
                apiVersion: v1
                kind: List
                metadata: {name: ignored}
                items:
                  - {apiVersion: v1, kind: Pod, metadata: {name: a}}
                  - text
                  - {apiVersion: apps/v1, kind: Deployment, metadata: {name: b}}
                """);
        assertThat(document.objects()).extracting(KubeObject::name).containsExactly("a", "b");
        assertThat(document.objects()).extracting(o -> o.prefix().toString()).containsExactly("items[0]", "items[2]");
        Node root = TestTrees.yaml("items: [0, 1, {name: b}]");
        assertThat(Objects.requireNonNull(document.objects().get(1).prefix().in(root)))
                .hasToString("{name: b}");
    }

    @Test
    void itemsOfAnUntypedList_inheritNothing() {
        assertThat(read("{apiVersion: v1, kind: List, items: [{kind: Pod}, {apiVersion: v1}]}")
                        .objects())
                .isEmpty();
    }

    @Test
    void itemsOfATypedList_inheritWhatTheyLeaveOut() {
        ReadDocument document = read("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleList
                items:
                  - metadata: {name: both}
                  - {kind: Role, metadata: {name: kind}}
                  - {apiVersion: rbac.authorization.k8s.io/v1beta1, metadata: {name: version}}
                  - {apiVersion: v1, kind: Secret, metadata: {name: other}}
                """);
        assertThat(document.objects())
                .extracting(o -> o.apiVersion() + " " + o.kind() + " " + o.name())
                .containsExactly(
                        "rbac.authorization.k8s.io/v1 Role both",
                        "rbac.authorization.k8s.io/v1 Role kind",
                        "rbac.authorization.k8s.io/v1beta1 Role version",
                        "v1 Secret other");
    }

    @Test
    void listsInLists_areTakenApart() {
        ReadDocument document = read("""
                apiVersion: v1
                kind: List
                items:
                  - apiVersion: v1
                    kind: List
                    items:
                      - {apiVersion: v1, kind: Pod, metadata: {name: a}}
                  - apiVersion: v1
                    kind: SecretList
                    items:
                      - {metadata: {name: b}}
                      - {apiVersion: v1, kind: List, items: [{kind: Pod}, {apiVersion: v1, kind: Pod}]}
                """);
        assertThat(document.objects())
                .extracting(o -> o.prefix() + " " + o.kind())
                .containsExactly("items[0].items[0] Pod", "items[1].items[0] Secret", "items[1].items[1].items[1] Pod");
    }

    @Test
    void listsNestedBeyondReason_areRefused_andNeverTakenForAnObject() {
        String open = "{apiVersion: v1, kind: List, items: [";
        String pod = "{apiVersion: v1, kind: Pod}";
        assertThat(read(open.repeat(8) + pod + "]}".repeat(8)).objects()).hasSize(1);
        assertThat(read(open.repeat(9) + pod + "]}".repeat(9)))
                .returns(Outcome.BROKEN, ReadDocument::outcome)
                .extracting(d -> d.problems().getFirst().code())
                .isEqualTo("tooDeep");
    }

    @Test
    void kindThatEndsInListWithoutItems_isAnObject() {
        assertThat(read("{apiVersion: example.org/v1, kind: AllowList, spec: {}}")
                        .objects())
                .hasSize(1);
        assertThat(read("{apiVersion: example.org/v1, kind: AllowList, items: {a: 1}}")
                        .objects())
                .hasSize(1);
    }

    @Test
    void arrayOfObjects_givesEach() {
        String text =
                "[{\"apiVersion\": \"v1\", \"kind\": \"Pod\"}, 5, {\"apiVersion\": \"v1\", \"kind\": \"PodList\", \"items\": [{}]}]";
        for (String name : List.of("a.json", "a.yaml")) {
            assertThat(TestTrees.documents(name, text).getFirst().objects())
                    .extracting(o -> o.prefix() + " " + o.kind())
                    .containsExactly("[0] Pod", "[2].items[0] Pod");
        }
    }

    @Test
    void otherTree_keepsTheIdentity() {
        KubeObject object = TestTrees.object("{apiVersion: v1, kind: Pod, metadata: {name: a}}");
        assertThat(object.withRoot(dev.gabion.kube.tree.MapNode.EMPTY))
                .returns("a", KubeObject::name)
                .returns(dev.gabion.kube.tree.MapNode.EMPTY, KubeObject::root);
    }

    private static ReadDocument read(String yaml) {
        return TestTrees.documents("a.yaml", yaml).getFirst();
    }
}
