package dev.gabion.controls.scan;

import dev.gabion.kube.read.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A fixed set of threads, each with a state of its own, that work through batches handed to them; with one thread the
 * work is done where it is submitted. A failure in a thread is thrown where the work was submitted.
 */
final class Workers<T, S> implements AutoCloseable {
    private static final long LARGE = 1 << 20;
    private static final int BATCH_BYTES = 1 << 16;
    private static final int BATCH_ITEMS = 256;

    private final BiConsumer<S, T> work;
    private final List<Thread> threads = new ArrayList<>();
    private final BlockingQueue<List<T>> queue;
    private final @Nullable S own;
    private List<T> batch = new ArrayList<>();
    private long batchBytes;
    private volatile @Nullable Throwable failure;

    Workers(int count, Supplier<S> state, BiConsumer<S, T> work) {
        this.work = work;
        this.queue = new ArrayBlockingQueue<>(Math.max(1, count * 2));
        this.own = count == 1 ? state.get() : null;
        for (int i = 0; count > 1 && i < count; i++) {
            Thread thread = new Thread(() -> run(state.get()), "gabion-scan-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** Whether files hold enough to be worth several threads. */
    static boolean isLarge(List<InputFile> files) {
        long total = 0;
        for (InputFile file : files) {
            total += size(file);
        }
        return total >= LARGE;
    }

    private static long size(InputFile file) {
        try {
            return file.path() == null ? LARGE : Files.size(file.path());
        } catch (IOException e) {
            // reading it will say what is wrong
            return 0;
        }
    }

    void submit(T item, int bytes) {
        if (own != null) {
            work.accept(own, item);
            return;
        }
        batch.add(item);
        batchBytes += bytes;
        if (batchBytes >= BATCH_BYTES || batch.size() >= BATCH_ITEMS) {
            hand();
        }
    }

    private void hand() {
        put(batch);
        batch = new ArrayList<>();
        batchBytes = 0;
    }

    private void put(List<T> items) {
        try {
            while (!queue.offer(items, 100, TimeUnit.MILLISECONDS)) {
                rethrow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        rethrow();
    }

    private void run(S state) {
        try {
            for (List<T> items = queue.take(); !items.isEmpty(); items = queue.take()) {
                for (T item : items) {
                    work.accept(state, item);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            failure = e;
        }
    }

    private void rethrow() {
        Throwable thrown = failure;
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw new IllegalStateException("a worker failed: " + thrown, thrown);
        }
    }

    /** Waits until everything submitted is done. */
    @Override
    public void close() {
        if (own != null) {
            return;
        }
        if (!batch.isEmpty()) {
            hand();
        }
        for (int i = 0; i < threads.size(); i++) {
            put(List.of());
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        rethrow();
    }
}
