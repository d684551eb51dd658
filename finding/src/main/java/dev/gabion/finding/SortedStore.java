package dev.gabion.finding;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Takes records in any order from any thread and gives them back sorted, as often as asked. Beyond a number of records
 * it sorts what it has into a file of a private temporary directory and merges the files on reading, so memory stays
 * bounded whatever the input.
 */
public final class SortedStore<T> implements Iterable<T>, Closeable {
    private final Comparator<T> order;
    private final Codec<T> codec;
    private final int inMemory;
    private final List<Path> runs = new ArrayList<>();
    private List<T> current = new ArrayList<>();
    private boolean sorted;
    private @Nullable Path directory;
    private long size;

    /**
     * Makes an empty store.
     *
     * @param inMemory how many records may wait in memory
     */
    public SortedStore(Comparator<T> order, Codec<T> codec, int inMemory) {
        this.order = order;
        this.codec = codec;
        this.inMemory = inMemory;
    }

    public synchronized void add(T value) {
        current.add(value);
        size++;
        sorted = false;
        if (current.size() >= inMemory) {
            spill();
        }
    }

    public synchronized long size() {
        return size;
    }

    private void spill() {
        current.sort(order);
        try {
            Path home = directory;
            if (home == null) {
                home = Files.createTempDirectory("gabion");
                directory = home;
            }
            Path run = home.resolve("run" + runs.size());
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run)))) {
                for (T value : current) {
                    codec.write(value, out);
                }
            }
            runs.add(run);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep findings in the temporary directory: " + e.getMessage(), e);
        }
        current = new ArrayList<>();
    }

    /** All records in order. No more may be added while iterating. */
    @Override
    public synchronized Iterator<T> iterator() {
        if (!sorted) {
            current.sort(order);
            sorted = true;
        }
        if (runs.isEmpty()) {
            return current.iterator();
        }
        List<Iterator<T>> sources = new ArrayList<>();
        for (Path run : runs) {
            sources.add(new RunIterator<>(run, codec));
        }
        sources.add(current.iterator());
        return new Merge<>(sources, order);
    }

    /** Removes what was put on disk. */
    @Override
    public synchronized void close() throws IOException {
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
        runs.clear();
        if (directory != null) {
            Files.deleteIfExists(directory);
        }
    }

    private static final class RunIterator<T> implements Iterator<T> {
        private final DataInputStream in;
        private final Codec<T> codec;
        private @Nullable T next;

        RunIterator(Path run, Codec<T> codec) {
            this.codec = codec;
            try {
                this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(run), 1 << 16));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            advance();
        }

        private void advance() {
            try {
                next = codec.read(in);
            } catch (EOFException e) {
                next = null;
                close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public T next() {
            T value = next;
            if (value == null) {
                throw new NoSuchElementException();
            }
            advance();
            return value;
        }
    }

    private static final class Merge<T> implements Iterator<T> {
        private record Head<T>(T value, Iterator<T> source, int number) {}

        private final PriorityQueue<Head<T>> heads;

        Merge(List<Iterator<T>> sources, Comparator<T> order) {
            heads = new PriorityQueue<>(
                    Comparator.comparing((Head<T> h) -> h.value, order).thenComparingInt(h -> h.number));
            for (int i = 0; i < sources.size(); i++) {
                push(sources.get(i), i);
            }
        }

        private void push(Iterator<T> source, int number) {
            if (source.hasNext()) {
                heads.add(new Head<>(source.next(), source, number));
            }
        }

        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public T next() {
            Head<T> head = heads.poll();
            if (head == null) {
                throw new NoSuchElementException();
            }
            push(head.source, head.number);
            return head.value;
        }
    }
}
