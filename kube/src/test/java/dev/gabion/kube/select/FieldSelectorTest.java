package dev.gabion.kube.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gabion.kube.read.TestTrees;
import dev.gabion.kube.tree.MapNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldSelectorTest {
    private static final MapNode OBJECT = (MapNode) TestTrees.yaml(
            "{metadata: {name: web, empty: '', none: ~, odd: 'a,b=c\\d'}, spec: {replicas: 3, on: true, l: [x]}}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "metadata.name=web",
                "metadata.name==web",
                " metadata.name =web",
                "metadata.name!=db",
                "metadata.name=web,spec.replicas=3",
                "spec.l[0]=x",
                "spec.replicas!=",
                "metadata.absent=",
                "metadata.absent!=x",
                "metadata.empty=",
                "metadata.none=",
                "spec=",
                "spec[\"true\"]=true",
                "metadata.odd=a\\,b\\=c\\\\d"
            })
    void selector_selectsWhatFits(String text) {
        assertThat(FieldSelector.parse(text).matches(OBJECT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metadata.name=db",
                "metadata.name!=web",
                "metadata.name=Web",
                "metadata.name= web",
                "metadata.name=web,spec.replicas=4",
                "metadata.absent=x",
                "metadata.absent!=",
                "spec.replicas=3.0"
            })
    void selector_passesOverWhatDoesNotFit(String text) {
        assertThat(FieldSelector.parse(text).matches(OBJECT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metadata.name",
                "=web",
                "!=web",
                "metadata.name=web,x",
                "a..b=c",
                "a b=c",
                "a=b=c",
                "a=b\\",
                "a=\\n",
                "a!b",
                "a[=b"
            })
    void textThatIsNoSelector_isRefused(String text) {
        assertThatThrownBy(() -> FieldSelector.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
