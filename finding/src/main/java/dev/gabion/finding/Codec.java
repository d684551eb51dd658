package dev.gabion.finding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Writes and reads records of one type, for stores that outgrow memory. */
public interface Codec<T> {
    void write(T value, DataOutput out) throws IOException;

    T read(DataInput in) throws IOException;
}
