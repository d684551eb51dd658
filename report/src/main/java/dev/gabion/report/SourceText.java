package dev.gabion.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;

/** The bytes of a file, for reading here and there. */
sealed interface SourceText {
    long size();

    InputStream open() throws IOException;

    /** Up to {@code length} bytes from an offset on. */
    byte[] read(long from, int length) throws IOException;

    /** Whether the bytes are still those that were scanned. */
    boolean isUnchanged();

    /** A file, as it was when this was made. */
    record Stored(Path path, long size, FileTime modified) implements SourceText {
        static Stored of(Path path) throws IOException {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stored(path, now.size(), now.lastModifiedTime());
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }

        @Override
        public byte[] read(long from, int length) throws IOException {
            try (SeekableByteChannel channel = Files.newByteChannel(path)) {
                channel.position(from);
                ByteBuffer buffer = ByteBuffer.allocate(length);
                while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                    // a read may be short
                }
                return Arrays.copyOf(buffer.array(), buffer.position());
            }
        }

        @Override
        public boolean isUnchanged() {
            try {
                return equals(of(path));
            } catch (IOException e) {
                return false;
            }
        }
    }

    /** A text that is in memory, such as what came from standard input. */
    @SuppressWarnings("ArrayRecordComponent") // holds the bytes, is never compared
    record Held(byte[] bytes) implements SourceText {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public byte[] read(long from, int length) {
            return Arrays.copyOfRange(bytes, (int) from, (int) Math.min(from + length, bytes.length));
        }

        @Override
        public boolean isUnchanged() {
            return true;
        }
    }
}
