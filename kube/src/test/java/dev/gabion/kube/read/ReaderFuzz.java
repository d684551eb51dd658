package dev.gabion.kube.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.RefusedNode;
import dev.gabion.kube.tree.ScalarNode;
import java.io.ByteArrayInputStream;
import java.util.List;

/** No bytes make the reader fail otherwise than by a problem it tells of, and what it reads lies within the file. */
class ReaderFuzz {
    private static final Limits LIMITS = new Limits(10_000, 50, 500);

    @FuzzTest
    void yaml(byte[] text) {
        check("a.yaml", text);
    }

    @FuzzTest
    void json(byte[] text) {
        check("a.json", text);
    }

    private static void check(String name, byte[] text) {
        List<ReadDocument> documents = TestTrees.documents(name, new ByteArrayInputStream(text), LIMITS);
        long last = 0;
        for (ReadDocument document : documents) {
            assertThat(document.document().offset()).isBetween(last, (long) text.length);
            last = document.document().offset();
            assertThat(document.outcome().read() || !document.problems().isEmpty())
                    .isTrue();
            for (Problem problem : document.problems()) {
                assertThat(problem.line()).isNotNegative();
                assertThat(problem.message()).isNotBlank().hasSizeLessThan(500).doesNotContain("\n");
            }
            for (KubeObject object : document.objects()) {
                byte[] bytes = document.document().bytes();
                requireWithin(object.root(), bytes == null ? 0 : bytes.length);
                assertThat(object.root().toString()).isNotBlank();
                assertThat(object.root()).isEqualTo(object.root()).hasSameHashCodeAs(object.root());
            }
        }
        List<Chunk> slow = TestTrees.chunks(name, TestTrees.slowly(text), LIMITS);
        assertThat(slow).hasSameSizeAs(documents);
        for (int i = 0; i < slow.size(); i++) {
            assertThat(slow.get(i).offset())
                    .isEqualTo(documents.get(i).document().offset());
            assertThat(slow.get(i).bytes())
                    .isEqualTo(documents.get(i).document().bytes());
        }
    }

    private static void requireWithin(Node node, int size) {
        assertThat(node.start()).isBetween(0, size);
        assertThat(node.end()).isBetween(node.start(), size);
        switch (node) {
            case MapNode map -> {
                for (int i = 0; i < map.size(); i++) {
                    assertThat(map.keyStart(i)).isBetween(0, map.keyEnd(i));
                    assertThat(map.keyEnd(i)).isLessThanOrEqualTo(size);
                    requireWithin(map.value(i), size);
                }
            }
            case ListNode list -> list.forEach(item -> requireWithin(item, size));
            case ScalarNode scalar -> {}
            case RefusedNode refused -> throw new AssertionError("the reader refuses no values");
        }
    }
}
